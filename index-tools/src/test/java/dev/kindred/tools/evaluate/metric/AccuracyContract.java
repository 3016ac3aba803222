package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds beside {@link MetricContract} for a metric that compares with what users chose. */
abstract class AccuracyContract extends MetricContract {
  @RepeatedTest(20)
  void aPerfectRankingIsTheMaximum(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    for (int user = 0; user < lists.ranked.size(); user++) {
      Set<String> relevant = lists.relevant.get(user);
      double perfect = value(List.copyOf(relevant), relevant);
      assertThat(value(lists.ranked.get(user), relevant)).isLessThanOrEqualTo(perfect + EXACT);
      assertThat(value(lists.items(10), relevant)).isLessThanOrEqualTo(perfect + EXACT);
    }
  }

  @RepeatedTest(20)
  void movingARelevantItemUpNeverHurts(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    for (int user = 0; user < lists.ranked.size(); user++) {
      List<String> ranked = lists.ranked.get(user);
      Set<String> relevant = lists.relevant.get(user);
      for (int i = 1; i < ranked.size(); i++) {
        if (relevant.contains(ranked.get(i)) && !relevant.contains(ranked.get(i - 1))) {
          List<String> better = new ArrayList<>(ranked);
          better.set(i - 1, ranked.get(i));
          better.set(i, ranked.get(i - 1));
          assertThat(value(better, relevant))
              .isGreaterThanOrEqualTo(value(ranked, relevant) - EXACT);
        }
      }
    }
  }

  @RepeatedTest(20)
  void replacingAMissByAHitNeverHurts(RepetitionInfo info) {
    RandomLists lists = new RandomLists(info.getCurrentRepetition());
    List<String> ranked = lists.items(10);
    double before = value(ranked, Set.of("absent"));
    for (int i = 0; i < ranked.size(); i++) {
      List<String> better = new ArrayList<>(ranked);
      better.set(i, "absent");
      assertThat(value(better, Set.of("absent"))).isGreaterThanOrEqualTo(before);
    }
  }

  @Test
  void aListOfMissesIsTheMinimum() {
    assertThat(value(List.of("i1", "i2"), Set.of("i3"))).isZero();
  }

  @Test
  void usersCountAlikeHoweverManyItemsTheyChose() {
    Tally tally = at(5).start(RandomLists.CATALOGUE);
    tally.add(List.of("i1"), Set.of("i1"));
    tally.add(List.of("i9"), Set.of("i1", "i2", "i3", "i4"));
    double alone = value(List.of("i1"), Set.of("i1"));
    assertThat(tally.value()).isCloseTo(alone / 2, within(EXACT));
  }

  double value(List<String> ranked, Set<String> relevant) {
    return value(5, ranked, relevant);
  }

  double value(int k, List<String> ranked, Set<String> relevant) {
    Tally tally = at(k).start(RandomLists.CATALOGUE);
    tally.add(ranked, relevant);
    return tally.value();
  }
}
