package dev.kindred.tools.train.neural.loss;

import java.util.Arrays;

/**
 * {@code −log Σ sⱼ·σ(r − rⱼ) + λ·Σ sⱼ·rⱼ²} with s the softmax of the others' scores rⱼ, and r the
 * true item's.
 */
record BprMax(double regularization) implements RowLoss {
  /** Keeps the logarithm finite. */
  private static final double LEAST = 1e-24;

  @Override
  public double apply(float[] scores, int at, int others) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = at + 1; i <= at + others; i++) {
      max = Math.max(max, scores[i]);
    }
    double right = scores[at];
    if (max == Double.NEGATIVE_INFINITY) {
      scores[at] = 0;
      Arrays.fill(scores, at + 1, at + 1 + others, 0);
      return 0;
    }
    double sum = 0;
    double won = 0;
    double size = 0;
    for (int i = at + 1; i <= at + others; i++) {
      if (scores[i] != Float.NEGATIVE_INFINITY) {
        double weight = Math.exp(scores[i] - max);
        sum += weight;
        won += weight * sigmoid(right - scores[i]);
        size += weight * scores[i] * scores[i];
      }
    }
    won = won / sum + LEAST;
    size /= sum;
    double slope = 0;
    for (int i = at + 1; i <= at + others; i++) {
      double score = scores[i];
      double share = Math.exp(score - max) / sum;
      if (share == 0) {
        scores[i] = 0;
        continue;
      }
      double ahead = sigmoid(right - score);
      double steep = ahead * (1 - ahead);
      slope -= share * steep / won;
      double loses = -share * (ahead - won - steep) / won;
      double shrinks = regularization * share * (2 * score + score * score - size);
      scores[i] = (float) (loses + shrinks);
    }
    scores[at] = (float) slope;
    return -Math.log(won) + regularization * size;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
