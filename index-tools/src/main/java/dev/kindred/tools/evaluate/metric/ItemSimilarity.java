package dev.kindred.tools.evaluate.metric;

import java.util.Set;
import java.util.function.Function;

/** How alike two items are, in 0..1. Implementations are symmetric and thread-safe. */
@FunctionalInterface
public interface ItemSimilarity {
  double of(String a, String b);

  /**
   * Shared keywords divided by all keywords of the two; 0 when neither has any.
   *
   * @param keywords of an item id; never null
   */
  static ItemSimilarity jaccard(Function<String, Set<String>> keywords) {
    return (a, b) -> {
      Set<String> left = keywords.apply(a);
      Set<String> right = keywords.apply(b);
      int shared = shared(left, right);
      int all = left.size() + right.size() - shared;
      return all == 0 ? 0 : (double) shared / all;
    };
  }

  /**
   * The cosine of the two keyword sets as 0/1 vectors; 0 when either has none.
   *
   * @param keywords of an item id; never null
   */
  static ItemSimilarity cosine(Function<String, Set<String>> keywords) {
    return (a, b) -> {
      Set<String> left = keywords.apply(a);
      Set<String> right = keywords.apply(b);
      double norm = Math.sqrt((double) left.size() * right.size());
      return norm == 0 ? 0 : shared(left, right) / norm;
    };
  }

  private static int shared(Set<String> left, Set<String> right) {
    int shared = 0;
    for (String keyword : left) {
      shared += right.contains(keyword) ? 1 : 0;
    }
    return shared;
  }
}
