package dev.kindred.tools.evaluate.policy;

import dev.kindred.arrange.bandit.RidgeLearner;

/**
 * Expected rewards by a ridge regression on: one indicator an arm, one indicator a place, and the
 * affinity of user and arm where the log has it. Rounds are told apart by their number modulo the
 * folds, and each is predicted by the regression of the other folds (cross-fitting: Chernozhukov et
 * al. 2018), so that no round's own reward is in its prediction.
 */
final class RewardModel {
  private final BanditLog log;
  private final int dimension;
  private final double[][] coefficients;

  /**
   * @param folds at least 2
   * @param regularization λ of all coefficients alike, above 0
   */
  RewardModel(BanditLog log, int folds, double regularization) {
    this.log = log;
    int affinity = log.affinities() == null ? 0 : 1;
    this.dimension = log.arms().size() + log.pageSize() + affinity;
    this.coefficients = new double[folds][];
    for (int fold = 0; fold < folds; fold++) {
      RidgeLearner learner = new RidgeLearner(dimension, regularization, null);
      for (int i = 0; i < log.rounds(); i++) {
        if (i % folds != fold) {
          learner.learn(features(i, log.shown()[i]), log.rewards()[i], 0);
        }
      }
      coefficients[fold] = learner.coefficients();
    }
  }

  private double[] features(int round, int arm) {
    double[] features = new double[dimension];
    features[arm] = 1;
    features[log.arms().size() + log.places()[round]] = 1;
    if (log.affinities() != null) {
      features[dimension - 1] = affinity(round, arm);
    }
    return features;
  }

  private double affinity(int round, int arm) {
    float[] known = log.affinities()[round];
    return arm < known.length ? known[arm] : 0;
  }

  /** What the arm is expected to earn in that round. */
  double reward(int round, int arm) {
    double[] theta = coefficients[round % coefficients.length];
    double sum = theta[arm] + theta[log.arms().size() + log.places()[round]];
    return log.affinities() == null ? sum : sum + theta[dimension - 1] * affinity(round, arm);
  }
}
