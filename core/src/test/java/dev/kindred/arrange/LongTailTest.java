package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LongTailTest extends ArrangerContract {
  private static final LongTail HALF = new LongTail("popularity", 100, 0.5, 0);

  @Override
  Arranger arranger() {
    return HALF;
  }

  /** The popular first, as popularity-minded models rank. */
  private static List<Scored> ranked() {
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Map<String, Double> signals = i == 19 ? Map.of() : Map.of("popularity", 200.0 - 10 * i);
      ranked.add(new Scored("i" + i, 1f - i * 0.02f, Map.of(), signals, 1, List.of(), null));
    }
    return ranked;
  }

  private static long tail(List<Scored> page) {
    return page.stream()
        .limit(10)
        .filter(one -> one.signals().getOrDefault("popularity", 0.0) < 100)
        .count();
  }

  @Test
  void theLessPopularGetMoreOfThePageTheStrongerItIs() {
    assertThat(tail(ranked())).isZero();
    long weak = tail(new LongTail("popularity", 100, 0.2, 0).arrange(ranked(), null));
    long strong = tail(new LongTail("popularity", 100, 0.9, 0).arrange(ranked(), null));
    assertThat(weak).isBetween(1L, 4L);
    assertThat(strong).isEqualTo(5);
  }

  @Test
  void withinAClassTheOrderStays() {
    List<Scored> arranged = HALF.arrange(ranked(), null);
    List<Integer> popular =
        arranged.stream()
            .filter(one -> one.signals().getOrDefault("popularity", 0.0) >= 100)
            .map(one -> Integer.parseInt(one.itemId().substring(1)))
            .toList();
    assertThat(popular).isSorted().hasSize(11);
  }

  @Test
  void withoutStrengthTheRankingStays() {
    LongTail off = new LongTail("popularity", 100, 0, 0);
    assertThat(off.pool(Request.EMPTY)).isZero();
    assertThat(off.arrange(ranked(), null)).isEqualTo(ranked());
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new LongTail("p", Double.NaN, 0.5, 10)).hasMessageContaining("finite");
    assertThatThrownBy(() -> new LongTail("p", 1, 0.5, 1)).hasMessageContaining("at least 2");
  }
}
