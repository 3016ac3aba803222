package dev.kindred.tools.tune.weights;

import java.util.List;

/**
 * Where a search ended.
 *
 * @param value of the metric, on the requests that were learned from
 * @param path how it came there
 */
record Learned(Mix mix, double value, List<Step> path) {
  Learned {
    path = List.copyOf(path);
  }
}
