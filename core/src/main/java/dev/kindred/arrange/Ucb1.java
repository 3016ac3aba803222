package dev.kindred.arrange;

import dev.kindred.arrange.bandit.Policy;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * UCB1: orders the pool by upper confidence bounds that widen alike for all means. Never random:
 * every chance is 1, so its logs evaluate no other policy. Items never shown come first.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param exploration of the policy, above 0; the paper's 2 when absent
 */
record Ucb1(String bandit, int pool, Duration half_life, double exploration) implements Arranger {
  Ucb1 {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    exploration = exploration == 0 ? 2 : exploration;
    if (!(exploration > 0 && Double.isFinite(exploration))) {
      throw new IllegalArgumentException("exploration must be above 0, was " + exploration);
    }
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
    Policy policy = new dev.kindred.arrange.bandit.Ucb1(exploration);
    return Draw.certain(ranked, request, learning().orElseThrow(), policy);
  }
}
