package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds for every metric. Extend it for a new one. */
abstract class MetricContract {
  static final double EXACT = 1e-12;

  /** The metric under test with this cut-off. */
  abstract Metric at(int k);

  /** The largest value the metric can take on {@link RandomLists}' catalogue. */
  double greatest() {
    return 1;
  }

  @Test
  void isFoundByItsName() {
    assertThat(Metrics.parse(at(7).name())).containsExactly(at(7));
    assertThat(at(7).k()).isEqualTo(7);
    assertThat(at(7).name()).endsWith("@7");
  }

  @RepeatedTest(20)
  void staysInRange(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    double value = lists.tally(at(lists.k())).value();
    assertThat(value).isBetween(0.0, greatest() + EXACT);
  }

  @RepeatedTest(5)
  void doesNotDependOnTheOrderOfUsers(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    RandomLists shuffled = lists.shuffled();
    assertThat(shuffled.tally(at(5)).value()).isCloseTo(lists.tally(at(5)).value(), within(EXACT));
  }

  @RepeatedTest(5)
  void doesNotReadBelowTheCutOff(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    assertThat(lists.cutAt(4).tally(at(4)).value()).isEqualTo(lists.tally(at(4)).value());
  }

  @Test
  void anEmptyListIsTheMinimum() {
    Tally tally = at(5).start(RandomLists.CATALOGUE);
    tally.add(List.of(), Set.of("i1"));
    assertThat(tally.value()).isZero();
  }

  @Test
  void refusesAUserWithoutRelevantItems() {
    Tally tally = at(5).start(RandomLists.CATALOGUE);
    assertThatThrownBy(() -> tally.add(List.of("i1"), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("without relevant items");
  }

  @Test
  void isNotANumberWithoutUsers() {
    Tally tally = at(5).start(RandomLists.CATALOGUE);
    assertThat(tally.value()).isNaN();
    assertThat(tally.estimate(Bootstrap.DEFAULT).se()).isNaN();
  }

  @RepeatedTest(5)
  void aResampleIsAsIfItsUsersWereAdded(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    int[] sample = {3, 3, 0, 7, 1, 3};
    assertThat(lists.tally(at(5)).value(sample))
        .isCloseTo(lists.picked(sample).tally(at(5)).value(), within(EXACT));
  }

  @Test
  void theStandardErrorIsTheBootstraps() {
    RandomLists lists = new RandomLists(1);
    Tally tally = lists.tally(at(5));
    double resampled = new Bootstrap(4000, 7).standardError(tally);
    Estimate estimate = tally.estimate(Bootstrap.DEFAULT);
    assertThat(estimate.value()).isEqualTo(tally.value());
    assertThat(estimate.se()).isCloseTo(resampled, within(0.1 * resampled + EXACT));
  }

  /** Seeded users, each with a list and relevant items, over forty items of skewed popularity. */
  static final class RandomLists {
    static final int ITEMS = 40;
    static final CatalogueStats CATALOGUE = SmallCatalogue.skewed(ITEMS);

    final List<List<String>> ranked = new ArrayList<>();
    final List<Set<String>> relevant = new ArrayList<>();
    private final Random random;

    RandomLists(long seed) {
      random = new Random(seed);
      for (int user = 0; user < 30; user++) {
        ranked.add(items(random.nextInt(ITEMS)));
        relevant.add(Set.copyOf(items(1 + random.nextInt(12))));
      }
    }

    private RandomLists(RandomLists from, List<Integer> users, int k) {
      random = from.random;
      for (int user : users) {
        ranked.add(Lists.top(from.ranked.get(user), k));
        relevant.add(from.relevant.get(user));
      }
    }

    int k() {
      return 1 + random.nextInt(20);
    }

    List<String> items(int count) {
      return random.ints(0, ITEMS).distinct().limit(count).mapToObj(i -> "i" + i).toList();
    }

    RandomLists shuffled() {
      List<Integer> users = everyone();
      Collections.shuffle(users, random);
      return new RandomLists(this, users, ITEMS);
    }

    RandomLists cutAt(int k) {
      return new RandomLists(this, everyone(), k);
    }

    RandomLists picked(int... users) {
      return new RandomLists(this, java.util.Arrays.stream(users).boxed().toList(), ITEMS);
    }

    private List<Integer> everyone() {
      List<Integer> users = new ArrayList<>();
      for (int user = 0; user < ranked.size(); user++) {
        users.add(user);
      }
      return users;
    }

    Tally tally(Metric metric) {
      Tally tally = metric.start(CATALOGUE);
      for (int user = 0; user < ranked.size(); user++) {
        tally.add(ranked.get(user), relevant.get(user));
      }
      return tally;
    }
  }
}
