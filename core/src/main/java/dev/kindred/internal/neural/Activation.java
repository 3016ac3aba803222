package dev.kindred.internal.neural;

import dev.kindred.internal.math.Kernels;

/** Functions of one number, and their derivatives. */
public enum Activation {
  /** x itself. */
  IDENTITY {
    @Override
    public void apply(float[] x, int xo, float[] y, int yo, int n) {
      copy(x, xo, y, yo, n);
    }

    @Override
    public void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n) {
      // The derivative is 1.
    }
  },
  /** max(0, x). */
  RELU {
    @Override
    public void apply(float[] x, int xo, float[] y, int yo, int n) {
      copy(x, xo, y, yo, n);
      for (int i = 0; i < n; i++) {
        y[yo + i] = Math.max(0, y[yo + i]);
      }
    }

    @Override
    public void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n) {
      for (int i = 0; i < n; i++) {
        d[to + i] = y[yo + i] > 0 ? d[to + i] : 0;
      }
    }
  },
  /** Hendrycks and Gimpel (2016), in their form with tanh. */
  GELU {
    @Override
    public void apply(float[] x, int xo, float[] y, int yo, int n) {
      for (int i = 0; i < n; i++) {
        float v = x[xo + i];
        y[yo + i] = STEEPNESS * (v + CUBIC * v * v * v);
      }
      SIGMOID.apply(y, yo, y, yo, n);
      for (int i = 0; i < n; i++) {
        y[yo + i] *= x[xo + i];
      }
    }

    @Override
    public void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n) {
      for (int i = 0; i < n; i++) {
        float v = x[xo + i];
        double share = 1 / (1 + Math.exp(-STEEPNESS * (v + CUBIC * v * v * v)));
        double slope = STEEPNESS * (1 + 3 * CUBIC * v * v);
        d[to + i] *= (float) (share + v * share * (1 - share) * slope);
      }
    }
  },
  /** 1 / (1 + e⁻ˣ). */
  SIGMOID {
    @Override
    public void apply(float[] x, int xo, float[] y, int yo, int n) {
      copy(x, xo, y, yo, n);
      Kernels.get().scale(-1, y, yo, n);
      Kernels.get().exp(0, y, yo, n);
      for (int i = 0; i < n; i++) {
        y[yo + i] = 1 / (1 + y[yo + i]);
      }
    }

    @Override
    public void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n) {
      for (int i = 0; i < n; i++) {
        d[to + i] *= y[yo + i] * (1 - y[yo + i]);
      }
    }
  },
  /** The hyperbolic tangent. */
  TANH {
    @Override
    public void apply(float[] x, int xo, float[] y, int yo, int n) {
      copy(x, xo, y, yo, n);
      Kernels.get().scale(2, y, yo, n);
      SIGMOID.apply(y, yo, y, yo, n);
      for (int i = 0; i < n; i++) {
        y[yo + i] = 2 * y[yo + i] - 1;
      }
    }

    @Override
    public void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n) {
      for (int i = 0; i < n; i++) {
        d[to + i] *= 1 - y[yo + i] * y[yo + i];
      }
    }
  };

  /** 2·√(2/π): x·σ(2·√(2/π)·(x + 0.044715·x³)) is x·(1 + tanh(…))/2. */
  private static final float STEEPNESS = 1.595769f;

  private static final float CUBIC = 0.044715f;

  /** Then works within one array, whose loops the compiler vectorises. */
  private static void copy(float[] x, int xo, float[] y, int yo, int n) {
    if (x != y || xo != yo) {
      System.arraycopy(x, xo, y, yo, n);
    }
  }

  /** y = f(x) over n elements; y may be x but for {@link #GELU}. */
  public abstract void apply(float[] x, int xo, float[] y, int yo, int n);

  /**
   * d *= f′(x) over n elements. Only {@link #GELU} reads x; the others are satisfied with y = f(x),
   * so that x may have been overwritten by it.
   */
  public abstract void gradient(float[] x, int xo, float[] y, int yo, float[] d, int to, int n);
}
