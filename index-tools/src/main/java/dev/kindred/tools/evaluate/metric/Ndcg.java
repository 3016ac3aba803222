package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Normalised discounted cumulative gain with binary gains: {@code Σ_{relevant at rank r ≤ k}
 * 1/log2(r + 1)}, divided by the same sum of the ideal list, which is cut off at {@code min(k,
 * number of relevant items)}. Järvelin and Kekäläinen, TOIS 2002.
 */
record Ndcg(int k) implements UserMetric {
  @Override
  public String name() {
    return "ndcg@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    double gain = 0;
    for (int i = 0; i < top.size(); i++) {
      if (relevant.contains(top.get(i))) {
        gain += discount(i);
      }
    }
    double ideal = 0;
    for (int i = 0; i < Math.min(k, relevant.size()); i++) {
      ideal += discount(i);
    }
    return gain / ideal;
  }

  /** What a hit at this rank, counted from 0, is worth. */
  private static double discount(int rank) {
    return Math.log(2) / Math.log(rank + 2);
  }
}
