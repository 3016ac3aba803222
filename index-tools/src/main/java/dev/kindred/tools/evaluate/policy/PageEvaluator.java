package dev.kindred.tools.evaluate.policy;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;

/**
 * Evaluates rankings on an impression log by every estimator. Intervals are over pages, whose items
 * share a visitor. Thread-safe once made.
 */
public final class PageEvaluator {
  private final PageLog log;
  private final PageRewards model;
  private final Bootstrap bootstrap;

  /**
   * @param bootstrap its seed is also replay's
   */
  public PageEvaluator(PageLog log, Bootstrap bootstrap) {
    this.log = log;
    this.model =
        new PageRewards(log.pages(), PolicyEvaluator.FOLDS, PolicyEvaluator.REGULARIZATION);
    this.bootstrap = bootstrap;
  }

  /** Every estimator's word on the target: the mean reward an item shown. */
  public PolicyResult evaluate(PageTarget target) {
    var occasion = new PageOccasion(log.pages(), target, model, bootstrap.seed());
    return PolicyEvaluator.estimates(target.name(), log.name(), occasion, bootstrap);
  }
}
