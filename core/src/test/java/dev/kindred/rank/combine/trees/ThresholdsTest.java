package dev.kindred.rank.combine.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  @Test
  void askDoublesWhatFloatsAreAsked() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 20_000; i++) {
      float threshold = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(threshold)) {
        agree(threshold, random);
      }
    }
    for (float threshold :
        new float[] {0, -0f, Float.MIN_VALUE, -Float.MIN_VALUE, Float.MAX_VALUE, 1, -1}) {
      agree(threshold, random);
    }
  }

  private static void agree(float threshold, SplittableRandom random) {
    double at = threshold;
    double ulp = Math.ulp(threshold);
    for (double value :
        new double[] {
          at,
          at + ulp / 2,
          at - ulp / 2,
          Math.nextUp(at + ulp / 2),
          Math.nextDown(at + ulp / 2),
          Math.nextUp(at - ulp / 2),
          Math.nextDown(at - ulp / 2),
          at + ulp / 4,
          at - ulp / 4,
          at + ulp,
          at - ulp,
          at * random.nextDouble() * 2,
          0,
          -0.0
        }) {
      assertThat(value <= Thresholds.below(threshold))
          .as("%s below %s", value, threshold)
          .isEqualTo((float) value < threshold);
      assertThat(value <= Thresholds.atMost(threshold))
          .as("%s at most %s", value, threshold)
          .isEqualTo((float) value <= threshold);
    }
  }
}
