package dev.kindred.tools.ltr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradedNdcgTest {
  private static Judgments of(int... grades) {
    double[][] rows = new double[grades.length][1];
    String[] ids = new String[grades.length];
    for (int i = 0; i < grades.length; i++) {
      rows[i][0] = i;
      ids[i] = "i" + i;
    }
    return new Judgments(List.of("s"), List.of(new Judged("1", List.of(ids), grades, rows)));
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void isBurgesOfTheTop() {
    double dcg = 1 / log2(3) + 7 / log2(4);
    double ideal = 7 + 1 / log2(3);
    assertThat(new GradedNdcg(3).asRanked(of(0, 1, 3, 0))).isCloseTo(dcg / ideal, within(1e-12));
    assertThat(new GradedNdcg(2).asRanked(of(0, 1, 3)))
        .isCloseTo(1 / log2(3) / ideal, within(1e-12));
    assertThat(new GradedNdcg(10).of(of(0, 1, 3), row -> row[0])).isEqualTo(1);
  }

  @Test
  void equalScoresCountAgainstTheScorer() {
    assertThat(new GradedNdcg(1).of(of(1, 0, 0), row -> 5)).isZero();
    assertThat(new GradedNdcg(3).of(of(1, 0, 0), row -> 5)).isCloseTo(1 / log2(4), within(1e-12));
  }

  @Test
  void nothingChosenIsNoGain() {
    assertThat(new GradedNdcg(5).asRanked(of(0, 0))).isZero();
    assertThat(new GradedNdcg(5).asRanked(new Judgments(List.of("s"), List.of()))).isZero();
  }
}
