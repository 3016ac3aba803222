package dev.kindred.model.rating;

import dev.kindred.internal.math.CholeskyInverse;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Normal;
import dev.kindred.internal.math.Ridge;
import dev.kindred.model.Encoding;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The user half. What is known of a user are features, and what the user rated, each with {@code
 * 1/√n} (Koren 2008, equation 15). The user's own row z is the ridge regression of what these leave
 * unexplained: {@code (Φ'Φ + Λ)(z − m) = Φ'e}, with the rows of the rated items in Φ, prior mean m
 * and precision Λ. That is the mean of the row's posterior for given items. For an ordered probit
 * the stars are first replaced by the expectation of what they were cut from, by turns with the
 * regression (EM). Immutable and thread-safe.
 */
final class FmFoldIn {
  private static final int PRECISION = 1;
  private static final int PROBIT_ROUNDS = 8;

  private final FmModel.Settings settings;
  private final FmParameters parameters;
  private final FmItems items;
  private final int width;
  private final int stride;

  FmFoldIn(FmModel.Settings settings, FmParameters parameters, FmItems items) {
    this.settings = settings;
    this.parameters = parameters;
    this.items = items;
    this.width = settings.width();
    this.stride = settings.factors() + 1;
  }

  /** The user's row: for each set the factors, then everything that is the same for all items. */
  float[] half(FmHistory history) {
    return half(history, null);
  }

  Encoding.Dense encode(String field, FmHistory history) {
    int k = settings.factors();
    int samples = settings.samples();
    float[] parts = new float[history.size() * samples * k];
    float[] half = half(history, parts);
    float[] vector = new float[samples * k + 1];
    for (int s = 0; s < samples; s++) {
      System.arraycopy(half, s * stride, vector, s * k, k);
    }
    Kernels.get().scale(1f / samples, vector, 0, samples * k);
    vector[samples * k] = 1;
    return new Encoding.Dense(field, vector, liked(history, parts));
  }

  /** What was rated at least as well as the user's average, and what it adds to the vector. */
  private Map<String, float[]> liked(FmHistory history, float[] parts) {
    int n = settings.samples() * settings.factors();
    double average = Arrays.stream(history.stars()).average().orElse(0);
    Map<String, float[]> liked = new HashMap<>();
    for (int i = 0; i < history.size(); i++) {
      if (history.stars()[i] >= average) {
        float[] part = new float[n + 1];
        Kernels.get().axpy(1f / settings.samples(), parts, i * n, part, 0, n);
        liked.put(history.itemIds().get(i), part);
      }
    }
    return liked;
  }

  /**
   * @param parts gets what each item of the history adds to the factors; null when nobody asks
   */
  private float[] half(FmHistory history, float[] parts) {
    FmSum sum = new FmSum(settings);
    for (int feature : history.features()) {
      sum.add(parameters.featureRows(), feature, 1);
    }
    float share = FmItems.share(history.size());
    if (settings.implicit()) {
      for (int item : history.items()) {
        sum.add(parameters.implicitRows(), item, share);
      }
    }
    float[] half = sum.row();
    for (int s = 0; s < settings.samples(); s++) {
      half[s * stride + stride - 1] += parameters.intercepts()[s];
      addOwn(history, half, s, parts);
    }
    if (settings.implicit() && parts != null) {
      addImplicit(history, share, parts);
    }
    return half;
  }

  private void addImplicit(FmHistory history, float share, float[] parts) {
    int k = settings.factors();
    int n = settings.samples() * k;
    for (int i = 0; i < history.size(); i++) {
      for (int s = 0; s < settings.samples(); s++) {
        int from = history.items()[i] * width + s * stride;
        Kernels.get().axpy(share, parameters.implicitRows(), from, parts, i * n + s * k, k);
      }
    }
  }

  /** Adds the user's own row of one set. */
  private void addOwn(FmHistory history, float[] half, int set, float[] parts) {
    int from = set * stride;
    float[] own = Arrays.copyOfRange(parameters.priors(), from, from + stride);
    if (history.size() > 0) {
      float[] shift = new float[stride];
      float[] shares = ridge(history, half, set, own);
      for (int i = 0; i < history.size(); i++) {
        Kernels.get().axpy(1, shares, i * stride, shift, 0, stride);
        if (parts != null) {
          int n = settings.samples() * settings.factors();
          int to = i * n + set * settings.factors();
          System.arraycopy(shares, i * stride, parts, to, settings.factors());
        }
      }
      Kernels.get().axpy(1, shift, 0, own, 0, stride);
    }
    if (settings.own_interactions()) {
      half[from + stride - 1] += Kernels.get().dot(half, from, own, 0, stride - 1);
    }
    Kernels.get().axpy(1, own, 0, half, from, stride);
  }

  /** What each rating adds to the prior mean: rows of {@code e·(Φ'Φ + Λ)⁻¹φ}. */
  private float[] ridge(FmHistory history, float[] half, int set, float[] prior) {
    int n = history.size();
    float[] design = design(history, half, set);
    float[] inverse = inverse(design, n, set);
    float[] reach = new float[n * stride];
    Kernels.get()
        .gemm(n, stride, stride, 1, design, 0, stride, inverse, 0, stride, reach, 0, stride);
    double[] before = new double[n];
    for (int i = 0; i < n; i++) {
      int row = history.items()[i] * width + set * stride;
      before[i] =
          (double) half[set * stride + stride - 1]
              + parameters.itemRows()[row + stride - 1]
              + Kernels.get().dot(half, set * stride, parameters.itemRows(), row, stride - 1)
              + Kernels.get().dot(prior, 0, design, i * stride, stride);
    }
    double[] errors =
        settings.levels().isEmpty()
            ? errors(history.stars(), before)
            : probitErrors(history, before, design, reach, set);
    for (int i = 0; i < n; i++) {
      Kernels.get().scale((float) errors[i], reach, i * stride, stride);
    }
    return reach;
  }

  private float[] design(FmHistory history, float[] half, int set) {
    float[] design = new float[history.size() * stride];
    for (int i = 0; i < history.size(); i++) {
      int row = history.items()[i] * width + set * stride;
      System.arraycopy(parameters.itemRows(), row, design, i * stride, stride - 1);
      if (settings.own_interactions()) {
        Kernels.get().axpy(1, half, set * stride, design, i * stride, stride - 1);
      }
      design[i * stride + stride - 1] = 1;
    }
    return design;
  }

  private float[] inverse(float[] design, int n, int set) {
    float[] matrix = new float[stride * stride];
    Kernels.get().syrk(n, stride, design, 0, stride, matrix, 0, stride);
    float least = Ridge.least(stride, matrix);
    double frequency = Math.pow(n, settings.frequency_exponent());
    for (int i = 0; i < stride; i++) {
      double precision = parameters.priors()[PRECISION * width + set * stride + i];
      matrix[i * stride + i] += Math.max(least, (float) (precision * frequency));
    }
    CholeskyInverse.invert(matrix, stride, 1);
    return matrix;
  }

  private static double[] errors(double[] stars, double[] before) {
    double[] errors = new double[stars.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = stars[i] - before[i];
    }
    return errors;
  }

  /** The expectation of the values behind the stars, less what was expected before. */
  private double[] probitErrors(
      FmHistory history, double[] before, float[] design, float[] reach, int set) {
    int n = before.length;
    double[] errors = new double[n];
    float[] shift = new float[stride];
    for (int round = 0; round < PROBIT_ROUNDS; round++) {
      for (int i = 0; i < n; i++) {
        double mean = before[i] + Kernels.get().dot(shift, 0, design, i * stride, stride);
        int level = items.level(history.stars()[i]);
        double low = items.cut(set, level - 1) - mean;
        double high = items.cut(set, level) - mean;
        errors[i] = mean + Normal.mean(low, high) - before[i];
      }
      Arrays.fill(shift, 0);
      for (int i = 0; i < n; i++) {
        Kernels.get().axpy((float) errors[i], reach, i * stride, shift, 0, stride);
      }
    }
    return errors;
  }
}
