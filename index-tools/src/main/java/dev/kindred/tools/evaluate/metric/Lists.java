package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/** What several metrics ask of a list. */
final class Lists {
  private Lists() {}

  /** The first k entries, or all when there are fewer. */
  static List<String> top(List<String> ranked, int k) {
    return ranked.subList(0, Math.min(k, ranked.size()));
  }

  /** How many entries are relevant. */
  static int hits(List<String> top, Set<String> relevant) {
    int hits = 0;
    for (String item : top) {
      if (relevant.contains(item)) {
        hits++;
      }
    }
    return hits;
  }

  static void requireRelevant(Set<String> relevant) {
    if (relevant.isEmpty()) {
      throw new IllegalArgumentException("a user without relevant items cannot be measured");
    }
  }
}
