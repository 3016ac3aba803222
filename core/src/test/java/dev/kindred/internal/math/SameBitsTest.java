package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Equal calls give equal bits before, while and after the compiler replaces the code. */
class SameBitsTest {
  private static final int ROWS = 7;
  private static final int WIDTH = 100;
  private static final int CALLS = 30_000;

  private final Kernels kernels = Kernels.get();
  private final float[] matrix = new float[ROWS * WIDTH];
  private final int[] rows = {0, 3, 1, 6, 2};
  private final float[] weights = {1, 0.3f, 2, 0.7f, 1.1f};

  private float[] results() {
    float[] out = new float[WIDTH + 1];
    kernels.gatherResidual(
        0, rows.length, rows, weights, weights, matrix, WIDTH, WIDTH, matrix, 0, out, 0);
    out[WIDTH] = kernels.dot(matrix, 0, matrix, WIDTH, WIDTH - 3);
    return out;
  }

  @Test
  void theCompilerChangesNothing() {
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = (float) random.nextGaussian();
    }
    float[] cold = results();
    List<Integer> different = new ArrayList<>();
    for (int call = 0; call < CALLS; call++) {
      if (!java.util.Arrays.equals(results(), cold)) {
        different.add(call);
      }
    }
    assertThat(different).isEmpty();
  }
}
