package dev.kindred.internal.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static float[] random(int n, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  @Test
  void denseIsAffine() {
    Dense dense = new Dense(3, 2, random(6, 1), random(2, 2));
    float[] x = random(16, 3);
    float[] y = new float[11];
    dense.apply(5, x, 1, y, 1);
    for (int row = 0; row < 5; row++) {
      for (int j = 0; j < 2; j++) {
        double sum = dense.bias()[j];
        for (int i = 0; i < 3; i++) {
          sum += x[1 + row * 3 + i] * dense.weights()[i * 2 + j];
        }
        assertThat((double) y[1 + row * 2 + j]).isCloseTo(sum, within(1e-6));
      }
    }
    assertThat(y[0]).isZero();
  }

  @Test
  void layerNormHasMeanZeroAndVarianceOne() {
    int width = 10;
    float[] x = random(3 * width, 4);
    float[] y = new float[3 * width];
    LayerNorm.ones(width).apply(3, x, 0, y, 0);
    for (int row = 0; row < 3; row++) {
      double mean = 0;
      double square = 0;
      for (int j = 0; j < width; j++) {
        mean += y[row * width + j] / width;
        square += y[row * width + j] * y[row * width + j] / width;
      }
      assertThat(mean).isCloseTo(0, within(1e-6));
      assertThat(square).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void layerNormScalesAndShifts() {
    float[] x = random(4, 5);
    float[] plain = new float[4];
    float[] y = new float[4];
    LayerNorm norm = new LayerNorm(new float[] {1, 2, 0, -1}, new float[] {0, 0, 7, 1});
    LayerNorm.ones(4).apply(1, x, 0, plain, 0);
    norm.apply(1, x, 0, y, 0);
    assertThat(y).containsExactly(plain[0], 2 * plain[1], 7, 1 - plain[3]);
  }

  @Test
  void gruIsThePaperSFormula() {
    int width = 3;
    GruCell cell =
        new GruCell(
            new Dense(2, 9, random(18, 6), random(9, 7)),
            new Dense(width, 9, random(27, 8), random(9, 9)));
    float[] x = random(2, 10);
    float[] h = random(width, 11);
    float[] next = new float[width];
    cell.apply(1, x, 0, h, 0, new float[9], 0, new float[9], 0, next, 0);
    float[] a = new float[9];
    float[] b = new float[9];
    cell.input().apply(1, x, 0, a, 0);
    cell.hidden().apply(1, h, 0, b, 0);
    for (int j = 0; j < width; j++) {
      double r = 1 / (1 + Math.exp(-(a[j] + b[j])));
      double z = 1 / (1 + Math.exp(-(a[3 + j] + b[3 + j])));
      double expected = (1 - z) * Math.tanh(a[6 + j] + r * b[6 + j]) + z * h[j];
      assertThat((double) next[j]).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void attentionIsASoftmaxOverWhatCameBefore() {
    int width = 6;
    int heads = 2;
    int n = 37;
    CausalAttention attention = CausalAttention.zeros(width, heads);
    float[] qkv = random(n * 3 * width, 12);
    float[] y = new float[n * width];
    float[] weights = new float[attention.weightsSize(n)];
    float[] scratch = new float[attention.scratchSize(n)];
    attention.attend(n, qkv, 0, weights, 0, y, 0, scratch, Noise.NONE, 0, 0);
    for (int head = 0; head < heads; head++) {
      for (int i = 0; i < n; i++) {
        double[] share = new double[i + 1];
        double sum = 0;
        for (int j = 0; j <= i; j++) {
          double dot = 0;
          for (int f = 0; f < 3; f++) {
            dot += qkv[i * 18 + head * 3 + f] * qkv[j * 18 + 6 + head * 3 + f];
          }
          share[j] = Math.exp(dot / Math.sqrt(3));
          sum += share[j];
        }
        for (int f = 0; f < 3; f++) {
          double expected = 0;
          for (int j = 0; j <= i; j++) {
            expected += share[j] / sum * qkv[j * 18 + 12 + head * 3 + f];
          }
          assertThat((double) y[i * width + head * 3 + f]).isCloseTo(expected, within(1e-5));
        }
      }
    }
  }

  @Test
  void laterRowsChangeNothing() {
    TransformerBlock block = TransformerBlock.zeros(8, 2, 8);
    long seed = 20;
    for (Parameter parameter : block.parameters("block")) {
      float[] values = random(parameter.values().length, seed++);
      System.arraycopy(values, 0, parameter.values(), 0, values.length);
    }
    float[] x = random(40 * 8, 13);
    float[] few = run(block, x, 33);
    float[] many = run(block, x, 40);
    for (int i = 0; i < 33 * 8; i++) {
      assertThat((double) many[i]).isCloseTo(few[i], within(1e-5));
    }
  }

  private static float[] run(TransformerBlock block, float[] x, int rows) {
    BlockState state = new BlockState();
    int[] starts = {0, rows};
    state.reserve(block, starts, 1, rows);
    System.arraycopy(x, 0, state.x, 0, rows * 8);
    float[] out = new float[rows * 8];
    block.apply(starts, 1, state, out, Noise.NONE, 0, 0);
    return out;
  }
}
