package dev.kindred.arrange;

import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * KL-UCB: orders the pool by the upper confidence bounds of rewards between 0 and 1. Never random:
 * every chance is 1, so its logs evaluate no other policy. Items never shown come first.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param c of {@link KlUcb}; 0 when absent
 */
record Klucb(String bandit, int pool, Duration half_life, double c) implements Arranger {
  Klucb {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    if (!(c >= 0 && Double.isFinite(c))) {
      throw new IllegalArgumentException("c must be 0 or more, was " + c);
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
    Policy policy = new KlUcb(c);
    return Draw.certain(ranked, request, learning().orElseThrow(), policy);
  }
}
