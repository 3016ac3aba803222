package dev.kindred.arrange;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.GaussianThompson;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Thompson sampling: orders the pool by a draw from each item's posterior. Chances are estimated
 * from further draws, their standard error is told with them.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param beta prior of rewards between 0 and 1; uniform when absent
 * @param normal prior of rewards of any size, instead of {@code beta}
 * @param draws for the chances, at least 1; 1000 when absent
 */
record Thompson(
    String bandit,
    int pool,
    Duration half_life,
    BetaThompson beta,
    GaussianThompson normal,
    int draws)
    implements Arranger {
  Thompson {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    draws = Draw.orElse("draws", draws, Draw.DRAWS, 1);
    if (beta != null && normal != null) {
      throw new IllegalArgumentException("give beta or normal, not both");
    }
    beta = beta == null && normal == null ? new BetaThompson(1, 1, 1) : beta;
  }

  @Override
  public int pool(Request request) {
    return pool;
  }

  @Override
  public Optional<Bandit> learning() {
    return Optional.of(new Bandit(bandit, half_life, null));
  }

  @Override
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    Arms arms = Draw.arms(ranked, request, learning().orElseThrow());
    Policy policy = normal == null ? beta : normal;
    long seed = Draw.seed(request.request());
    return Draw.arranged(
        ranked,
        Lottery.drawn(
            arms.size(), (random, values) -> policy.values(arms, random, values), draws, seed));
  }
}
