package dev.kindred.tools.evaluate.policy;

import dev.kindred.arrange.bandit.RidgeLearner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What an item is expected to earn at a place: a ridge regression on one indicator a place, up to
 * twenty, and the signals, each as s/(1+|s|). Pages are predicted by what was learned from others.
 * Immutable.
 */
final class PageRewards {
  private static final int PLACES = 20;

  private final List<String> signals;
  private final double[][] coefficients;

  PageRewards(List<ShownPage> pages, int folds, double regularization) {
    TreeSet<String> names = new TreeSet<>();
    pages.forEach(page -> page.signals().forEach(raw -> names.addAll(raw.keySet())));
    this.signals = new ArrayList<>(names);
    this.coefficients = new double[folds][];
    for (int fold = 0; fold < folds; fold++) {
      RidgeLearner learner = new RidgeLearner(PLACES + signals.size(), regularization, null);
      for (int i = 0; i < pages.size(); i++) {
        if (i % folds != fold) {
          ShownPage page = pages.get(i);
          for (int shown = 0; shown < page.shown(); shown++) {
            double[] features = features(page.signals().get(shown), page.places()[shown]);
            learner.learn(features, page.rewards()[shown], 0);
          }
        }
      }
      coefficients[fold] = learner.coefficients();
    }
  }

  private double[] features(Map<String, Double> raw, int place) {
    double[] features = new double[PLACES + signals.size()];
    features[Math.min(place, PLACES - 1)] = 1;
    for (int i = 0; i < signals.size(); i++) {
      double signal = raw.getOrDefault(signals.get(i), 0.0);
      features[PLACES + i] = signal / (1 + Math.abs(signal));
    }
    return features;
  }

  /**
   * The expected reward.
   *
   * @param number of the page
   */
  double of(int number, Map<String, Double> raw, int place) {
    double[] theta = coefficients[number % coefficients.length];
    double[] features = features(raw, place);
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += theta[i] * features[i];
    }
    return sum;
  }
}
