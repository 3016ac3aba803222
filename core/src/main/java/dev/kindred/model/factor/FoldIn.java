package dev.kindred.model.factor;

import dev.kindred.internal.math.CholeskyInverse;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Ridge;
import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Solves for the vector of a user with fixed item vectors Y: {@code u = W⁻¹ Σ cⱼ·yⱼ} with {@code W
 * = w₀·YᵀY + Σ aⱼ·yⱼyⱼᵀ + diag(penalty)}. The summands {@code cⱼ·W⁻¹·yⱼ} are the explanation of Hu,
 * Koren and Volinsky (2008), section 5. Immutable and thread-safe.
 */
final class FoldIn {
  private static final int THREADS = 1;

  private final ItemVectors vectors;
  private final float[] gram;

  /**
   * A user's part of the equations.
   *
   * @param ordinals of the items of the history
   * @param weights a, what each weighs beside the unobserved
   * @param targets c
   * @param penalty one number for each dimension
   */
  record Row(int[] ordinals, float[] weights, float[] targets, float[] penalty) {}

  /**
   * @param unobserved w₀
   */
  FoldIn(ItemVectors vectors, double unobserved) {
    this.vectors = vectors;
    int k = vectors.width();
    this.gram = new float[k * k];
    Kernels.get().syrk(vectors.items().size(), k, vectors.rows(), 0, k, gram, 0, k);
    Kernels.get().scale((float) unobserved, gram, 0, k * k);
  }

  /**
   * @param likings in the order of the row's ordinals
   */
  Encoding encode(String field, List<Liking> likings, Row row) {
    int k = vectors.width();
    int n = row.ordinals.length;
    float[] inverse = inverse(row);
    float[] liked = new float[n * k];
    for (int i = 0; i < n; i++) {
      if (row.targets[i] != 0) {
        Kernels.get().axpy(row.targets[i], vectors.rows(), row.ordinals[i] * k, liked, i * k, k);
      }
    }
    float[] parts = new float[n * k];
    Kernels.get().gemm(n, k, k, 1, liked, 0, k, inverse, 0, k, parts, 0, k);
    return encoding(field, likings, parts);
  }

  private float[] inverse(Row row) {
    int k = vectors.width();
    float[] matrix = gram.clone();
    float[] scratch = new float[Kernels.GATHER_ROWS * k];
    Kernels.get()
        .gatherGram(
            0,
            row.weights.length,
            row.ordinals,
            row.weights,
            row.weights,
            vectors.rows(),
            k,
            k,
            matrix,
            new float[k],
            scratch);
    float least = Ridge.least(k, matrix);
    for (int i = 0; i < k; i++) {
      matrix[i * k + i] += Math.max(least, row.penalty[i]);
    }
    CholeskyInverse.invert(matrix, k, THREADS);
    return matrix;
  }

  private Encoding encoding(String field, List<Liking> likings, float[] parts) {
    int k = vectors.width();
    float[] vector = new float[k];
    Map<String, float[]> byItem = new HashMap<>();
    for (int i = 0; i < likings.size(); i++) {
      float[] part = Arrays.copyOfRange(parts, i * k, i * k + k);
      if (!ItemVectors.isZero(part, 0, k)) {
        Kernels.get().axpy(1, part, 0, vector, 0, k);
        byItem.put(likings.get(i).itemId(), part);
      }
    }
    return byItem.isEmpty()
        ? new Encoding.None("the history holds dislikes only, which ask for nothing")
        : new Encoding.Dense(field, vector, byItem);
  }
}
