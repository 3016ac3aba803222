package dev.kindred.model.factor;

import dev.kindred.internal.math.CholeskyInverse;
import dev.kindred.internal.math.Kernels;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Solves for the factors of a user with fixed item factors Y: {@code u = W⁻¹ Σ cⱼ·yⱼ} with {@code W
 * = w₀·YᵀY + Σ aⱼ·yⱼyⱼᵀ + λ·Wᵛ·I}, {@code aⱼ = α·|strength|}, and {@code cⱼ = w₀ + aⱼ} for an item
 * liked, 0 for one disliked (preference 0, held with confidence). The summands {@code cⱼ·W⁻¹·yⱼ}
 * are the explanation of Hu, Koren and Volinsky (2008), section 5. Immutable and thread-safe.
 */
final class FoldIn {
  private static final int THREADS = 1;

  private final AlsModel.Settings settings;
  private final float[] factors;
  private final int items;
  private final float[] gram;

  FoldIn(AlsModel.Settings settings, float[] factors, int items) {
    this.settings = settings;
    this.factors = factors;
    this.items = items;
    int k = settings.factors();
    this.gram = new float[k * k];
    Kernels.get().syrk(items, k, factors, 0, k, gram, 0, k);
    Kernels.get().scale((float) settings.unobserved(), gram, 0, k * k);
  }

  static boolean isZero(float[] vector) {
    for (float x : vector) {
      if (x != 0) {
        return false;
      }
    }
    return true;
  }

  Encoding encode(String field, List<Liking> likings, int[] ordinals) {
    int k = settings.factors();
    int n = ordinals.length;
    float[] inverse = inverse(likings, ordinals);
    float[] liked = new float[n * k];
    for (int i = 0; i < n; i++) {
      double weight = likings.get(i).weight();
      if (weight > 0) {
        float target = (float) (settings.unobserved() + settings.alpha() * weight);
        Kernels.get().axpy(target, factors, ordinals[i] * k, liked, i * k, k);
      }
    }
    float[] parts = new float[n * k];
    Kernels.get().gemm(n, k, k, 1, liked, 0, k, inverse, 0, k, parts, 0, k);
    return encoding(field, likings, parts);
  }

  private float[] inverse(List<Liking> likings, int[] ordinals) {
    int k = settings.factors();
    float[] weights = new float[ordinals.length];
    double observed = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (settings.alpha() * Math.abs(likings.get(i).weight()));
      observed += weights[i];
    }
    float[] matrix = gram.clone();
    float[] scratch = new float[Kernels.GATHER_ROWS * k];
    Kernels.get()
        .gatherGram(
            0,
            weights.length,
            ordinals,
            weights,
            weights,
            factors,
            k,
            k,
            matrix,
            new float[k],
            scratch);
    float penalty = (float) settings.penalty(observed, items);
    for (int i = 0; i < k; i++) {
      matrix[i * k + i] += penalty;
    }
    CholeskyInverse.invert(matrix, k, THREADS);
    return matrix;
  }

  private Encoding encoding(String field, List<Liking> likings, float[] parts) {
    int k = settings.factors();
    float[] vector = new float[k];
    Map<String, float[]> byItem = new HashMap<>();
    for (int i = 0; i < likings.size(); i++) {
      float[] part = Arrays.copyOfRange(parts, i * k, i * k + k);
      if (!isZero(part)) {
        Kernels.get().axpy(1, part, 0, vector, 0, k);
        byItem.put(likings.get(i).itemId(), part);
      }
    }
    return byItem.isEmpty()
        ? new Encoding.None("the history holds dislikes only, which ask for nothing")
        : new Encoding.Dense(field, vector, byItem);
  }
}
