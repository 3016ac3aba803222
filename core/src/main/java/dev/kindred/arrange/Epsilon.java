package dev.kindred.arrange;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * ε-greedy: fills place after place with the best mean that is left, or, with chance ε, with any
 * item of the pool that is left. Items never shown count as best, in the order of their scores.
 * Chances are exact.
 *
 * @param bandit whose rewards to use; {@code default} when absent
 * @param pool how many of the best items compete, at least 2; 20 when absent
 * @param half_life after which a reward counts half; absent when nothing is forgotten
 * @param epsilon ε in 0..1
 */
record Epsilon(String bandit, int pool, Duration half_life, double epsilon) implements Arranger {
  Epsilon {
    bandit = Draw.name(bandit);
    pool = Draw.orElse("pool", pool, Draw.POOL, 2);
    if (!(epsilon >= 0 && epsilon <= 1)) {
      throw new IllegalArgumentException("epsilon must be in 0..1, was " + epsilon);
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
    Arms arms = Draw.arms(ranked, request, learning().orElseThrow());
    double[] values = new double[arms.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = arms.pulls()[i] > 0 ? arms.mean(i) : Double.POSITIVE_INFINITY;
    }
    long seed = Draw.seed(request.request());
    return Draw.arranged(ranked, Lottery.epsilon(values, epsilon, seed));
  }
}
