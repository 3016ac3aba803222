package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Recall: relevant items among the first k, divided by the number of relevant items, so that its
 * maximum is below 1 for a user with more than k of them. The definition of LightGCN (He et al.,
 * SIGIR 2020).
 */
record Recall(int k) implements UserMetric {
  @Override
  public String name() {
    return "recall@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    return (double) Lists.hits(top, relevant) / relevant.size();
  }
}
