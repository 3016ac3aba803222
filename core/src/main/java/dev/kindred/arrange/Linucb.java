package dev.kindred.arrange;

import dev.kindred.arrange.bandit.Linear;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Features;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * LinUCB: orders the pool by the upper confidence bounds of a regression of rewards on features.
 * Never random: every chance is 1, so its logs evaluate no other policy.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param features what is known of an item in a request; a constant alone when absent
 * @param disjoint one regression an item instead of one for all
 * @param regularization λ, above 0; 1 when absent
 * @param alpha width of the bounds in standard deviations, above 0; 1 when absent
 */
record Linucb(
    String bandit,
    int pool,
    Duration half_life,
    Features features,
    boolean disjoint,
    double regularization,
    double alpha)
    implements Arranger {
  Linucb {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    features = features == null ? new Features(List.of(), List.of(), false) : features;
    regularization = regularization == 0 ? 1 : regularization;
    alpha = alpha == 0 ? 1 : alpha;
    if (!(alpha > 0 && Double.isFinite(alpha))) {
      throw new IllegalArgumentException("alpha must be above 0, was " + alpha);
    }
  }

  @Override
  public int pool(Request request) {
    return pool;
  }

  @Override
  public Optional<Bandit> learning() {
    Bandit.Linear linear = new Bandit.Linear(features, disjoint, regularization);
    return Optional.of(new Bandit(bandit, half_life, linear));
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    Bandit learning = learning().orElseThrow();
    double[] values =
        Linear.upper(
            Draw.regressions(ranked, request, learning),
            Draw.features(ranked, request, learning),
            alpha);
    return Draw.arranged(ranked, Lottery.certain(values));
  }
}
