package dev.kindred.data.bandit;

/**
 * A Bayesian ridge regression of rewards on features, as it stood at one moment: the coefficients
 * have mean {@code θ = A⁻¹b} and a covariance proportional to {@code A⁻¹}, where {@code A = λI + Σ
 * w·x·xᵀ} and {@code b = Σ w·y·x}. Immutable; callers leave the arrays alone.
 *
 * @param coefficients θ, of length d
 * @param inverse A⁻¹, d×d, row-major, symmetric
 * @param weight total weight of observations, 0 or more
 */
public record Regression(double[] coefficients, double[] inverse, double weight) {
  public Regression {
    if (inverse.length != coefficients.length * coefficients.length) {
      throw new IllegalArgumentException(
          coefficients.length + " coefficients need their square of A⁻¹, got " + inverse.length);
    }
  }

  /** Before the first observation: coefficients 0, A⁻¹ = I/λ. */
  public static Regression prior(int dimension, double regularization) {
    double[] inverse = new double[dimension * dimension];
    for (int i = 0; i < dimension; i++) {
      inverse[i * dimension + i] = 1 / regularization;
    }
    return new Regression(new double[dimension], inverse, 0);
  }

  /** θ·x. */
  public double mean(double[] features) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += coefficients[i] * features[i];
    }
    return sum;
  }

  /** xᵀA⁻¹x, never negative. */
  public double variance(double[] features) {
    int d = features.length;
    double sum = 0;
    for (int i = 0; i < d; i++) {
      double row = 0;
      for (int j = 0; j < d; j++) {
        row += inverse[i * d + j] * features[j];
      }
      sum += features[i] * row;
    }
    return Math.max(0, sum);
  }
}
