package dev.kindred.tools.evaluate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  /** Arm 0: 1 of 4, arm 1: 3 of 4, arm 2: 0 of 2. */
  private static final BanditLog LOG =
      new BanditLog(
          "small",
          List.of("x", "y", "z"),
          new int[] {0, 0, 0, 0, 1, 1, 1, 1, 2, 2},
          new int[10],
          new double[] {1, 0, 0, 0, 1, 1, 1, 0, 0, 0},
          new double[10],
          null);

  static List<String> kinds() {
    return Target.kinds();
  }

  private static double[][] chances(String spec) {
    return Target.learn(spec, LOG, 2, 1).chances();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyPlaceIsTakenByOneArm(String kind) {
    for (double[] place : chances(kind)) {
      assertThat(Arrays.stream(place).sum()).isCloseTo(1, within(1e-9));
      assertThat(place).hasSize(3);
      assertThat(Arrays.stream(place).min().orElseThrow()).isNotNegative();
    }
  }

  @Test
  void greedyShowsTheBestFirst() {
    assertThat(chances("greedy")).isDeepEqualTo(new double[][] {{0, 1, 0}, {1, 0, 0}});
  }

  @Test
  void epsilonSharesItsChance() {
    assertThat(chances("epsilon:0.3")[0][1]).isCloseTo(0.8, within(1e-12));
    assertThat(chances("epsilon:0.3")[0][0]).isCloseTo(0.1, within(1e-12));
    assertThat(chances("uniform")[1]).containsOnly(1.0 / 3);
  }

  @Test
  void thompsonPrefersWithoutCertainty() {
    double[] first = chances("thompson")[0];
    assertThat(first[1]).isBetween(0.75, 0.95);
    assertThat(first[0]).isGreaterThan(0.03);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noArmTwiceWhereThereAreFewerThanPlaces(String kind) {
    double[][] chances = Target.learn(kind, LOG, 5, 1).chances();
    for (int place = 0; place < 5 && !kind.equals("uniform"); place++) {
      assertThat(Arrays.stream(chances[place]).sum()).isCloseTo(place < 3 ? 1 : 0, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"greedy:0.3", "thompson:2", "uniform:x", "klucb:"})
  void aNumberThatMeansNothingIsRefused(String spec) {
    String kind = spec.substring(0, spec.indexOf(':'));
    assertThatThrownBy(() -> chances(spec))
        .hasMessage("policy '" + spec + "': " + kind + " takes no number; write " + kind);
  }

  @Test
  void unknownNamesAreAnsweredWithKnownOnes() {
    assertThatThrownBy(() -> chances("tompson")).hasMessageContaining("did you mean thompson?");
    assertThatThrownBy(() -> chances("epsilon:2")).hasMessageContaining("0..1, was '2'");
    assertThatThrownBy(() -> chances("epsilon:x")).hasMessageContaining("'x'");
  }
}
