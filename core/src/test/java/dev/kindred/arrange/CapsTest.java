package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.request.Recommendations.Scored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CapsTest extends ArrangerContract {
  private static final Caps TWO_A_BRAND = new Caps("brand", 2, 5, 0);

  @Override
  Arranger arranger() {
    return TWO_A_BRAND;
  }

  private static List<Scored> shelf(String... brands) {
    List<Scored> shelf = new ArrayList<>();
    for (int i = 0; i < brands.length; i++) {
      Map<String, Object> fields = brands[i].isEmpty() ? Map.of() : Map.of("brand", brands[i]);
      shelf.add(item(brands[i] + i, 1f / (i + 1), fields));
    }
    return shelf;
  }

  private static List<String> ids(List<Scored> items) {
    return items.stream().map(Scored::itemId).toList();
  }

  @Test
  void whatIsTooMuchWaitsForTheNextRun() {
    List<Scored> arranged =
        TWO_A_BRAND.arrange(shelf("a", "a", "a", "a", "b", "c", "d", "e"), null);
    assertThat(ids(arranged)).containsExactly("a0", "a1", "b4", "c5", "d6", "a2", "a3", "e7");
  }

  @Test
  void whereNothingElseIsLeftItIsShown() {
    assertThat(ids(TWO_A_BRAND.arrange(shelf("a", "a", "a", "b"), null)))
        .containsExactly("a0", "a1", "b3", "a2");
  }

  @Test
  void itemsWithoutTheFieldAreNotBound() {
    assertThat(ids(TWO_A_BRAND.arrange(shelf("", "", "", ""), null)))
        .containsExactly("0", "1", "2", "3");
  }

  @Test
  void everyValueOfAListCounts() {
    List<Scored> shelf =
        List.of(
            item("x", 3, Map.of("brand", List.of("a", "b"))),
            item("y", 2, Map.of("brand", List.of("b"))),
            item("z", 1, Map.of("brand", List.of("c"))));
    assertThat(ids(new Caps("brand", 1, 2, 0).arrange(shelf, null))).containsExactly("x", "z", "y");
  }

  @Test
  void aCapOfNoneIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Caps("brand", 0, 0, 0));
  }
}
