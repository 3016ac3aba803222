package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * Precision: relevant items among the first k, divided by k however short the list is. Manning,
 * Raghavan and Schütze, Introduction to Information Retrieval, 2008, section 8.4.
 */
record Precision(int k) implements UserMetric {
  @Override
  public String name() {
    return "precision@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    return (double) Lists.hits(top, relevant) / k;
  }
}
