package dev.kindred.tools.train.neural.loss;

import dev.kindred.internal.math.Kernels;

/** A loss of one example: the score of the true item beside those of some others. */
@FunctionalInterface
public interface RowLoss {
  /**
   * Turns scores into the loss's gradient.
   *
   * @param scores at {@code at} that of the true item, behind it those of the others; negative
   *     infinity for one that does not count; overwritten
   * @param others how many others
   * @return the loss
   */
  double apply(float[] scores, int at, int others);

  /** Cross-entropy of a softmax over them: sampled softmax. */
  static RowLoss softmax() {
    return (scores, at, others) -> {
      Kernels kernels = Kernels.get();
      float max = kernels.max(scores, at, others + 1);
      float right = scores[at];
      float sum = kernels.exp(max, scores, at, others + 1);
      kernels.scale(1 / sum, scores, at, others + 1);
      scores[at] -= 1;
      return Math.log(sum) + max - right;
    };
  }

  /**
   * Binary cross-entropy: the true item against 1, each other against 0; the gSASRec loss (Petrov
   * and Macdonald 2023, eq. 11) when the true item's probability is raised to a power.
   *
   * @param power β; 1 for the plain loss
   */
  static RowLoss binary(double power) {
    return (scores, at, others) -> {
      double loss = power * softplus(-scores[at]);
      scores[at] = (float) (power * (sigmoid(scores[at]) - 1));
      for (int i = at + 1; i <= at + others; i++) {
        loss += softplus(scores[i]);
        scores[i] = (float) sigmoid(scores[i]);
      }
      return loss;
    };
  }

  /**
   * The β of gSASRec: {@code α·(t·(1 − 1/α) + 1/α)}, where α is the share of the items that are
   * sampled.
   *
   * @param calibration t: 0 is plain binary cross-entropy, 1 as if no item had been left out
   */
  static double power(double calibration, int sampled, int items) {
    double share = Math.min(1, sampled / Math.max(1.0, items - 1.0));
    return share * (calibration * (1 - 1 / share) + 1 / share);
  }

  /** Bayesian personalised ranking (Rendle et al. 2009): the mean over the others. */
  static RowLoss bpr() {
    return (scores, at, others) -> {
      double loss = 0;
      double slope = 0;
      for (int i = at + 1; i <= at + others; i++) {
        double wrong = sigmoid(scores[i] - scores[at]);
        loss += softplus(scores[i] - scores[at]) / others;
        scores[i] = (float) (wrong / others);
        slope -= wrong / others;
      }
      scores[at] = (float) slope;
      return loss;
    };
  }

  /**
   * BPR-max with score regularisation (Hidasi and Karatzoglou 2018, eq. 10): the others weighted by
   * a softmax over their scores.
   *
   * @param regularization of the others' squared scores
   */
  static RowLoss bprMax(double regularization) {
    return new BprMax(regularization);
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /** log(1 + eˣ). */
  private static double softplus(double x) {
    return Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));
  }
}
