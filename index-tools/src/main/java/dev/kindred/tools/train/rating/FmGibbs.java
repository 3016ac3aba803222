package dev.kindred.tools.train.rating;

import java.util.SplittableRandom;

/**
 * Gibbs sampling of a factorization machine (Freudenthaler, Schmidt-Thieme and Rendle 2011,
 * "Bayesian factorization machines", algorithm 1): every parameter in turn is drawn from its
 * posterior given all others. One sweep costs (cells + ratings) × factors. Mutable; one thread, so
 * that the seed alone decides.
 */
final class FmGibbs {
  private static final double DEVIATION = 0.1;
  private static final double SHAPE = 1;
  private static final double RATE = 1;

  final FmDesign design;
  final FmWeights users;
  final FmWeights items;
  final FmPrior userPrior;
  final FmPrior itemPrior;
  final FmTarget target;
  private final int factors;
  private final SplittableRandom random;
  private final FmSweep userSweep;
  private final FmSweep itemSweep;
  private final double[] userSums;
  private final double[] itemSums;
  private final double[] e;
  private double intercept;
  private double alpha = 1;

  FmGibbs(FmDesign design, int factors, boolean own, FmTarget target, long seed) {
    this.design = design;
    this.factors = factors;
    this.target = target;
    this.random = new SplittableRandom(seed);
    users = new FmWeights(design.users(), factors, DEVIATION, random);
    items = new FmWeights(design.items(), factors, DEVIATION, random);
    userPrior = new FmPrior(design.users(), factors);
    itemPrior = new FmPrior(design.items(), factors);
    userSweep = new FmSweep(design.users(), own);
    itemSweep = new FmSweep(design.items(), own);
    userSums = new double[design.users().rowCount()];
    itemSums = new double[design.items().rowCount()];
    e = target.values().clone();
    subtract(own);
  }

  /** Takes what the first parameters predict off the target. */
  private void subtract(boolean own) {
    int[] userOf = design.users().rowOf();
    int[] itemOf = design.items().rowOf();
    double[] userOwn = own ? interactions(design.users(), users) : new double[userSums.length];
    double[] itemOwn = own ? interactions(design.items(), items) : new double[itemSums.length];
    for (int n = 0; n < e.length; n++) {
      e[n] -= userOwn[userOf[n]] + itemOwn[itemOf[n]];
    }
    for (int f = 0; f < factors; f++) {
      users.sums(design.users(), f, userSums);
      items.sums(design.items(), f, itemSums);
      for (int n = 0; n < e.length; n++) {
        e[n] -= userSums[userOf[n]] * itemSums[itemOf[n]];
      }
    }
  }

  /** How the features of each row interact: {@code ½ Σ_f ((Σ v·x)² − Σ (v·x)²)}. */
  static double[] interactions(FmBlock block, FmWeights weights) {
    double[] all = new double[block.rowCount()];
    double[] sums = new double[block.rowCount()];
    for (int f = 0; f < weights.factors; f++) {
      weights.sums(block, f, sums);
      for (int row = 0; row < sums.length; row++) {
        all[row] += sums[row] * sums[row] / 2;
      }
      for (int j = 0; j < block.features(); j++) {
        for (int c = block.starts()[j]; c < block.starts()[j + 1]; c++) {
          double vx = weights.values[f][j] * block.strengths()[c];
          all[block.rows()[c]] -= vx * vx / 2;
        }
      }
    }
    return all;
  }

  /** Draws everything once. */
  void sweep() {
    if (!target.cut()) {
      drawAlpha();
      drawIntercept();
    }
    userPrior.draw(users, random);
    itemPrior.draw(items, random);
    int k = factors;
    userSweep.weight(users.values[k], userPrior.mean[k], userPrior.precision[k], alpha, e, random);
    itemSweep.weight(items.values[k], itemPrior.mean[k], itemPrior.precision[k], alpha, e, random);
    for (int f = 0; f < k; f++) {
      factor(f);
    }
    target.draw(e, random);
  }

  private void factor(int f) {
    int[] userOf = design.users().rowOf();
    int[] itemOf = design.items().rowOf();
    users.sums(design.users(), f, userSums);
    items.sums(design.items(), f, itemSums);
    userSweep.factor(
        users.values[f],
        userPrior.mean[f],
        userPrior.precision[f],
        alpha,
        userSums,
        itemOf,
        itemSums,
        e,
        random);
    itemSweep.factor(
        items.values[f],
        itemPrior.mean[f],
        itemPrior.precision[f],
        alpha,
        itemSums,
        userOf,
        userSums,
        e,
        random);
  }

  private void drawAlpha() {
    alpha = Gamma.draw((SHAPE + e.length) / 2, random) / ((RATE + squares()) / 2);
  }

  private void drawIntercept() {
    double sum = 0;
    for (double error : e) {
      sum += error;
    }
    double strength = alpha * e.length + 1;
    double drawn =
        alpha * (sum + e.length * intercept) / strength
            + random.nextGaussian() / Math.sqrt(strength);
    for (int n = 0; n < e.length; n++) {
      e[n] -= drawn - intercept;
    }
    intercept = drawn;
  }

  private double squares() {
    double squares = 0;
    for (double error : e) {
      squares += error * error;
    }
    return squares;
  }

  /** The root of the mean squared residual. */
  double residual() {
    return Math.sqrt(squares() / e.length);
  }

  /** The precision of ratings. */
  double alpha() {
    return alpha;
  }

  double intercept() {
    return intercept;
  }
}
