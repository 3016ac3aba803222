package dev.kindred.tools.tune.weights;

import dev.kindred.request.Feature;
import java.util.Map;
import java.util.Set;

/**
 * The candidates of one request and what every signal says of them.
 *
 * @param ids in the order in which equal scores are ranked
 * @param raw by signal, then candidate; NaN where the signal has no opinion
 * @param relevant what the user chose; need not be among the candidates
 * @param features of the request
 */
record Window(String[] ids, float[][] raw, Set<String> relevant, Map<Feature, Float> features) {
  int size() {
    return ids.length;
  }

  /** How many candidates are relevant. */
  int found() {
    int found = 0;
    for (String id : ids) {
      found += relevant.contains(id) ? 1 : 0;
    }
    return found;
  }
}
