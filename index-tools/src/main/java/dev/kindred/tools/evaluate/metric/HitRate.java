package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/** Hit rate: 1 when any relevant item is among the first k, else 0. Also called success@k. */
record HitRate(int k) implements UserMetric {
  @Override
  public String name() {
    return "hr@" + k;
  }

  @Override
  public double of(List<String> top, Set<String> relevant) {
    return Lists.hits(top, relevant) > 0 ? 1 : 0;
  }
}
