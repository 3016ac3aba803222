package dev.kindred.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Interactions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of a hundredth of the users and items. */
class MovieLensShapeTest {
  private static final int ENTRIES = 60_000;
  private final Interactions data = new MovieLensShape(3, 100).interactions(ENTRIES);

  @Test
  void hasAsManyRatingsAsAskedAndTwentyAUserAtLeast() {
    assertThat(data.users().size()).isEqualTo(1384);
    assertThat(data.items().size()).isEqualTo(267);
    assertThat((double) data.size()).isCloseTo(ENTRIES, within(0.02 * ENTRIES));
    for (int user = 0; user < data.users().size(); user++) {
      assertThat(data.to(user) - data.from(user)).isBetween(20, 267);
    }
  }

  @Test
  void rowsAreDistinctItemsInOrderOfTimeWithHalfStars() {
    for (int user = 0; user < data.users().size(); user++) {
      Set<Integer> items = new HashSet<>();
      for (int p = data.from(user); p < data.to(user); p++) {
        assertThat(items.add(data.item(p))).isTrue();
        assertThat(data.value(p)).isBetween(0.5f, 5f);
        assertThat(data.value(p) * 2).isEqualTo(Math.round(data.value(p) * 2));
        assertThat(data.time(p)).isGreaterThanOrEqualTo(data.time(data.from(user)));
      }
    }
  }

  @Test
  void aTenthOfTheItemsHasMostRatings() {
    Interactions byItem = data.transpose();
    int[] counts = new int[byItem.users().size()];
    Arrays.setAll(counts, item -> byItem.to(item) - byItem.from(item));
    Arrays.sort(counts);
    int most = Arrays.stream(counts, counts.length - 27, counts.length).sum();
    assertThat((double) most / data.size()).isBetween(0.3, 0.7);
  }

  @Test
  void equalSeedsGiveEqualRatings() {
    Interactions again = new MovieLensShape(3, 100).interactions(ENTRIES);
    Interactions other = new MovieLensShape(4, 100).interactions(ENTRIES);
    int same = 0;
    for (int p = 0; p < data.size(); p++) {
      assertThat(again.item(p)).isEqualTo(data.item(p));
      assertThat(again.value(p)).isEqualTo(data.value(p));
      assertThat(again.time(p)).isEqualTo(data.time(p));
      same += p < other.size() && other.item(p) == data.item(p) ? 1 : 0;
    }
    assertThat(same).isLessThan(data.size() / 5);
  }
}
