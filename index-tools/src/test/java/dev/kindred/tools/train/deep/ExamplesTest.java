package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.train.registry.Trainers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExamplesTest {
  private static final Rows ROWS = Rows.of(Small.SPACE);
  private static final Moments HOURS = Moments.of(List.of(Moments.Kind.HOUR));
  private static final long HOUR = 3_600_000;

  /** The second user has nothing to predict an item from. */
  private static final Histories HISTORIES =
      new Histories(
          new int[][] {{5, 0, 1, 4}, {2}, {0, 3}},
          new long[][] {{0, HOUR, 2 * HOUR, 4 * HOUR}, {9 * HOUR}, {HOUR, 3 * HOUR}});

  private static final Examples EXAMPLES = Examples.of(HISTORIES, 6);

  private static TwoTower plan(Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(Map.of("negatives", "3", "id_dropout", "0"));
    all.putAll(parameters);
    return (TwoTower) Trainers.create("twotower", all);
  }

  private static TowerPass.Batch batch(TwoTower plan) {
    int[] all = IntStream.range(0, 6).toArray();
    return EXAMPLES.batch(plan, HOURS, ROWS, all, new SplittableRandom(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | 9 | 0 1 4, 5, 5 0, 5 0 1, 3, 0",
        "true | 2 | 0 1, 5, 5 0, 0 1, 3, 0",
        "false| 9 | 0 1 4, 5 1 4, 5 0 4, 5 0 1, 3, 0",
        "false| 2 | 1 4, 1 4, 0 4, 0 1, 3, 0"
      })
  void anItemIsPredictedFromTheLatestBeforeOrOfAllOthers(
      boolean future, int length, String expected) {
    int[][] histories =
        batch(plan(Map.of("future", "" + future, "length", "" + length))).histories();
    String[] rows = expected.split(", ", -1);
    for (int e = 0; e < rows.length; e++) {
      assertThat(histories[e])
          .containsExactly(
              Arrays.stream(rows[e].split(" ", -1)).mapToInt(Integer::parseInt).toArray());
    }
  }

  @Test
  void ageGoesFromTheNewestToTheOldest() {
    assertThat(batch(plan(Map.of())).ages()).containsExactly(1, 0.75f, 0.5f, 0, 0.75f, 0.25f);
    assertThat(batch(plan(Map.of("age", "false"))).ages()).containsOnly(0);
  }

  @Test
  void candidatesAreTheItemsAndSomeDrawnAlike() {
    TowerPass.Batch batch = batch(plan(Map.of()));
    assertThat(batch.candidates()).startsWith(5, 0, 1, 4, 0, 3).hasSize(9);
    assertThat(batch.candidates()[8]).isBetween(0, 5);
    assertThat(batch.context()[3]).containsExactly(4);
    for (int i = 0; i < 9; i++) {
      assertThat(batch.described()[i]).isEqualTo(ROWS.byItem()[batch.candidates()[i]]);
    }
  }

  @Test
  void aLogitIsCorrectedByHowOftenItsItemIsExpected() {
    float[] correction = batch(plan(Map.of())).correction();
    assertThat((double) correction[0]).isCloseTo(Math.log(1 + 3 / 6.0), within(1e-6));
    assertThat((double) correction[1]).isCloseTo(Math.log(2 + 3 / 6.0), within(1e-6));
  }

  @Test
  void anItemWithoutItsIdIsItsFeatures() {
    TowerPass.Batch batch = batch(plan(Map.of("id_dropout", "1")));
    for (int i = 0; i < 9; i++) {
      assertThat(batch.described()[i]).isEqualTo(ROWS.features()[batch.candidates()[i]]);
    }
    assertThat(ROWS.features()[1]).containsExactly(6, 7);
    assertThat(ROWS.features()[3]).as("nothing but its id").containsExactly(3);
  }

  @Test
  void everyExampleComesOnceAnEpoch() {
    assertThat(EXAMPLES.shuffled(new SplittableRandom(1)))
        .containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5);
    assertThat(Examples.of(new Histories(new int[][] {{1}}, new long[][] {{1}}), 6).users())
        .isEmpty();
  }
}
