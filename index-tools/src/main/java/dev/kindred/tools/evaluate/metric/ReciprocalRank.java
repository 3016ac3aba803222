package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Mean reciprocal rank: {@code 1/r} for the first relevant item at rank {@code r ≤ k}, 0 when there
 * is none. Voorhees, TREC-8, 1999.
 */
record ReciprocalRank(int k) implements UserMetric {
  @Override
  public String name() {
    return "mrr@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    for (int i = 0; i < top.size(); i++) {
      if (relevant.contains(top.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }
}
