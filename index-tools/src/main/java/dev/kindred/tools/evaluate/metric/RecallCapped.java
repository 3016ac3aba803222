package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Recall divided by what the list can hold: relevant items among the first k, divided by {@code
 * min(k, number of relevant items)}. The definition of Mult-VAE (Liang et al., WWW 2018).
 */
record RecallCapped(int k) implements UserMetric {
  @Override
  public String name() {
    return "recall_capped@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    return (double) Lists.hits(top, relevant) / Math.min(k, relevant.size());
  }
}
