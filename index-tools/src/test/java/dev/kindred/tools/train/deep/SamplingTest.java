package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SamplingTest {
  private static final long HOUR = 3_600_000;

  /** Users of so many items each, from item 0 on, one an hour. */
  private static Histories histories(int... sizes) {
    int[][] items = new int[sizes.length][];
    long[][] times = new long[sizes.length][];
    for (int user = 0; user < sizes.length; user++) {
      items[user] = IntStream.range(0, sizes[user]).toArray();
      times[user] = IntStream.range(0, sizes[user]).mapToLong(hour -> hour * HOUR).toArray();
    }
    return new Histories(items, times);
  }

  private static List<Group> groups(Histories histories, int length, int items) {
    Moments moments = Moments.of(List.of(Moments.Kind.HOUR));
    Sampling sampling = new Sampling(histories, length, moments, items, 4);
    SplittableRandom random = new SplittableRandom(1);
    List<Group> groups = new ArrayList<>();
    sampling.slices(random).forEach(slice -> groups.add(sampling.group(slice, random)));
    return groups;
  }

  @Test
  void everyLikedItemIsATargetOnce() {
    Set<Integer> targets = new HashSet<>();
    for (Group group : groups(histories(70), 500, 100)) {
      assertThat(group.targets()).isSorted().hasSizeBetween(1, 32);
      assertThat(group.others()).hasSize(4 * group.targets().length);
      for (int t = 0; t < group.targets().length; t++) {
        assertThat(targets.add(group.target(t))).isTrue();
        assertThat(group.context()[t]).containsExactly(group.target(t) % 24);
      }
    }
    assertThat(targets).hasSize(70);
  }

  @Test
  void onlyTheLatestAreLearnedFromAndNothingEverLikedIsANegative() {
    for (Group group : groups(histories(90), 5, 100)) {
      assertThat(group.history()).containsExactly(85, 86, 87, 88, 89);
      assertThat(group.targets()).hasSize(5);
      assertThat(Arrays.stream(group.others())).allMatch(item -> item >= 90);
      assertThat(group.context()[0]).as("of the item, wherever it stands").containsExactly(85 % 24);
    }
  }

  @Test
  void whoLikedOneItemOrAllTeachesNothing() {
    assertThat(groups(histories(0, 1, 6), 3, 6)).isEmpty();
    assertThat(groups(histories(5), 3, 6)).hasSize(1);
  }
}
