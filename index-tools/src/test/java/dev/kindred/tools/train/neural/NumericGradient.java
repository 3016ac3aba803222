package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Parameter;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** Central differences beside what a backward pass says. */
public final class NumericGradient {
  private static final int SAMPLES = 12;

  private NumericGradient() {}

  /**
   * Checks elements chosen by chance of every array.
   *
   * @param parameters what the loss depends on
   * @param gradients of the same shapes, as the backward pass gives them
   * @param loss by the forward pass alone
   */
  public static void check(
      List<Parameter> parameters, List<Parameter> gradients, DoubleSupplier loss) {
    SplittableRandom random = new SplittableRandom(5);
    for (int p = 0; p < parameters.size(); p++) {
      float[] values = parameters.get(p).values();
      double scale = 0;
      for (float g : gradients.get(p).values()) {
        scale = Math.max(scale, Math.abs(g));
      }
      for (int sample = 0; sample < Math.min(SAMPLES, values.length); sample++) {
        int at = random.nextInt(values.length);
        float before = values[at];
        float step = 4e-3f;
        values[at] = before + step;
        double above = loss.getAsDouble();
        values[at] = before - step;
        double below = loss.getAsDouble();
        values[at] = before;
        double expected = (above - below) / (2 * step);
        assertThat((double) gradients.get(p).values()[at])
            .as("gradient of %s at %d", parameters.get(p).name(), at)
            .isCloseTo(expected, within(2e-3 + 0.02 * scale));
      }
    }
  }

  /** Fills with numbers of a size at which nothing is linear. */
  public static float[] random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }
}
