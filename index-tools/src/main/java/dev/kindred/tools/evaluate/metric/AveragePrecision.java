package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Mean average precision: {@code Σ_{relevant at rank r ≤ k} precision@r}, divided by {@code min(k,
 * number of relevant items)}. Manning, Raghavan and Schütze, Introduction to Information Retrieval,
 * 2008, section 8.4, cut off at k.
 */
record AveragePrecision(int k) implements UserMetric {
  @Override
  public String name() {
    return "map@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    double sum = 0;
    int hits = 0;
    for (int i = 0; i < top.size(); i++) {
      if (relevant.contains(top.get(i))) {
        hits++;
        sum += (double) hits / (i + 1);
      }
    }
    return sum / Math.min(k, relevant.size());
  }
}
