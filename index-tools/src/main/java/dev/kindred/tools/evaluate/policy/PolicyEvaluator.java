package dev.kindred.tools.evaluate.policy;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.PolicyEstimate.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Evaluates policies on one log by every estimator. Thread-safe once made.
 *
 * <pre>{@code
 * BanditLog log = BanditLogReader.read(Path.of("men.csv"), List.of());
 * Target target = Target.learn("thompson", earlier, log.pageSize(), 42);
 * PolicyResult result = new PolicyEvaluator(log, Bootstrap.DEFAULT).evaluate(target);
 * }</pre>
 */
public final class PolicyEvaluator {
  /** Of the reward model. */
  public static final int FOLDS = 3;

  /** λ of the reward model. */
  public static final double REGULARIZATION = 1;

  private static final double NORMAL_95 = 1.959963984540054;

  private final BanditLog log;
  private final RewardModel model;
  private final Bootstrap bootstrap;

  /**
   * @param bootstrap its seed is also replay's
   */
  public PolicyEvaluator(BanditLog log, Bootstrap bootstrap) {
    this.log = log;
    this.model = new RewardModel(log, FOLDS, REGULARIZATION);
    this.bootstrap = bootstrap;
  }

  /**
   * A policy's estimates.
   *
   * @param policy its name
   * @param log the log's name
   * @param rounds of the log
   * @param estimates one an estimator
   * @param effective the effective sample size {@code (Σw)²/Σw²}: how many rounds of the target's
   *     own log would say as much; 0 when the target never shows what was shown
   * @param largestWeight how much one round counts at most
   */
  public record PolicyResult(
      String policy,
      String log,
      int rounds,
      List<PolicyEstimate> estimates,
      double effective,
      double largestWeight) {
    public PolicyResult {
      estimates = List.copyOf(estimates);
    }
  }

  /** Every estimator's word on the target. */
  public PolicyResult evaluate(Target target) {
    Occasion occasion = new LoggedOccasion(log, target, model, bootstrap.seed());
    return estimates(target.name(), log.name(), occasion, bootstrap);
  }

  static PolicyResult estimates(String policy, String log, Occasion occasion, Bootstrap bootstrap) {
    List<PolicyEstimate> estimates = new ArrayList<>();
    for (Estimator estimator : Estimator.ALL) {
      Terms terms = estimator.terms(occasion).by(occasion.groups());
      estimates.add(estimate(estimator, terms, bootstrap));
    }
    double sum = 0;
    double squares = 0;
    double largest = 0;
    for (int i = 0; i < occasion.rounds(); i++) {
      double weight = occasion.weight(i);
      sum += weight;
      squares += weight * weight;
      largest = Math.max(largest, weight);
    }
    return new PolicyResult(
        policy, log, occasion.rounds(), estimates, squares == 0 ? 0 : sum * sum / squares, largest);
  }

  private static PolicyEstimate estimate(Estimator estimator, Terms terms, Bootstrap bootstrap) {
    double value = terms.value();
    double se = terms.standardError();
    double[] resampled = terms.resampled(bootstrap);
    return new PolicyEstimate(
        estimator.name().toLowerCase(Locale.ROOT),
        value,
        se,
        new Interval(value - NORMAL_95 * se, value + NORMAL_95 * se),
        new Interval(quantile(resampled, 0.025), quantile(resampled, 0.975)));
  }

  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
