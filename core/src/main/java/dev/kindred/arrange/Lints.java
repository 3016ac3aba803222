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
 * Linear Thompson sampling: orders the pool by a draw of the coefficients of a regression of
 * rewards on features. Chances are estimated from further draws, their standard error is told with
 * them.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param features what is known of an item in a request; a constant alone when absent
 * @param disjoint one regression an item instead of one for all
 * @param regularization λ, above 0; 1 when absent
 * @param scale of the draws, the deviation of a reward's noise, above 0; 0.5, the largest that
 *     clicks can have, when absent
 * @param draws for the chances, at least 1; 1000 when absent
 */
record Lints(
    String bandit,
    int pool,
    Duration half_life,
    Features features,
    boolean disjoint,
    double regularization,
    double scale,
    int draws)
    implements Arranger {
  Lints {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    features = features == null ? new Features(List.of(), List.of(), false) : features;
    regularization = regularization == 0 ? 1 : regularization;
    scale = scale == 0 ? 0.5 : scale;
    draws = Draw.orElse("draws", draws, Draw.DRAWS, 1);
    if (!(scale > 0 && Double.isFinite(scale))) {
      throw new IllegalArgumentException("scale must be above 0, was " + scale);
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
    Lottery.Drawing drawing =
        Linear.thompson(
            Draw.regressions(ranked, request, learning),
            Draw.features(ranked, request, learning),
            scale);
    long seed = Draw.seed(request.request());
    return Draw.arranged(ranked, Lottery.drawn(ranked.size(), drawing, draws, seed));
  }
}
