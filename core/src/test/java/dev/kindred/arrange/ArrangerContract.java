package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every arranger promises; a new arranger's test extends this and names an instance. */
abstract class ArrangerContract {
  /** An instance that is active for an ordinary request. */
  abstract Arranger arranger();

  static Scored item(String id, float score, Map<String, Object> fields) {
    return new Scored(id, score, fields, Map.of(), 1, List.of(), null);
  }

  /** A ranked page with falling scores and a few genres. */
  static List<Scored> page(int size) {
    SplittableRandom random = new SplittableRandom(5);
    List<Scored> page = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Object genres = List.of("g" + random.nextInt(4), "g" + random.nextInt(4));
      page.add(item("item" + i, 10f / (i + 1), Map.of("genre", genres)));
    }
    return page;
  }

  private List<Scored> arrange(List<Scored> page, long seed) {
    Request request = Request.EMPTY.seed(seed);
    return arranger()
        .arrange(page, new ResolvedRequest(request, UserState.UNKNOWN, Map.of(), null, null));
  }

  @Test
  void keepsEveryItemOnce() {
    for (int size : new int[] {0, 1, 2, 50}) {
      List<Scored> page = page(size);
      assertThat(arrange(page, 1).stream().map(Scored::itemId))
          .containsExactlyInAnyOrderElementsOf(page.stream().map(Scored::itemId).toList());
    }
  }

  @Test
  void sameSeedSameOrder() {
    assertThat(arrange(page(40), 9)).isEqualTo(arrange(page(40), 9));
  }

  @Test
  void leavesTheGivenListAlone() {
    List<Scored> page = List.copyOf(page(20));
    arrange(page, 3);
    assertThat(page).isEqualTo(page(20));
  }

  @Test
  void poolDoesNotDependOnThePage() {
    Request first = Request.EMPTY.diversity(0.4);
    assertThat(arranger().pool(first.from(30).size(5))).isEqualTo(arranger().pool(first));
  }

  @Test
  void isItsOwnJson() {
    assertThat(Arrangers.JSON.read(Arrangers.JSON.write(arranger()))).isEqualTo(arranger());
  }
}
