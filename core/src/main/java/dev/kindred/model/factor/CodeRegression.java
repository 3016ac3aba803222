package dev.kindred.model.factor;

import dev.kindred.model.Encoding;
import dev.kindred.model.Liking;
import java.util.Arrays;
import java.util.List;

/**
 * A user's row of I-AutoRec's decoder: the w and b that minimise {@code Σ aᵢ·(w·hᵢ + b − tᵢ)² +
 * λ/2·‖w‖²} over all items, with a the weight of the unobserved, plus the strength where observed,
 * and t 1 for a liked item, else 0. Immutable and thread-safe.
 */
final class CodeRegression implements AutorecModel.Query {
  /** Of the bias, which the loss leaves free: keeps the equations solvable in floats. */
  private static final float LEAST = 1e-3f;

  private final float unobserved;
  private final FoldIn foldIn;
  private final float[] penalty;

  CodeRegression(AutorecModel.Settings settings, ItemVectors vectors) {
    this.unobserved = (float) settings.unobserved();
    this.foldIn = new FoldIn(vectors, settings.unobserved());
    this.penalty = new float[vectors.width()];
    Arrays.fill(penalty, (float) Math.max(LEAST, settings.regularization() / 2));
    penalty[vectors.width() - 1] = LEAST;
  }

  @Override
  public Encoding encode(String field, List<Liking> known, int[] ordinals) {
    float[] weights = new float[ordinals.length];
    float[] targets = new float[ordinals.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) Math.abs(known.get(i).weight());
      targets[i] = known.get(i).weight() > 0 ? unobserved + weights[i] : 0;
    }
    return foldIn.encode(field, known, new FoldIn.Row(ordinals, weights, targets, penalty));
  }
}
