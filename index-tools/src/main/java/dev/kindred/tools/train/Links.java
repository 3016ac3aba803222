package dev.kindred.tools.train;

import dev.kindred.data.IdMap;
import dev.kindred.model.Manifest;
import dev.kindred.model.RelatedItems;
import java.time.Duration;

/**
 * Related items under construction: one row of ordinals and weights for each item. Rows may be set
 * from several threads, each row by one.
 */
final class Links {
  private final int[][] related;
  private final float[][] weights;

  Links(int items) {
    related = new int[items][];
    weights = new float[items][];
  }

  void set(int item, int[] others, float[] scores) {
    related[item] = others;
    weights[item] = scores;
  }

  /** How many links there are. */
  long count() {
    long count = 0;
    for (int[] row : related) {
      count += row.length;
    }
    return count;
  }

  RelatedItems model(Manifest manifest, IdMap items, Duration halfLife) {
    long[] starts = new long[related.length + 1];
    int total = Math.toIntExact(count());
    int[] allRelated = new int[total];
    float[] allWeights = new float[total];
    for (int i = 0; i < related.length; i++) {
      int from = (int) starts[i];
      System.arraycopy(related[i], 0, allRelated, from, related[i].length);
      System.arraycopy(weights[i], 0, allWeights, from, weights[i].length);
      starts[i + 1] = starts[i] + related[i].length;
    }
    return RelatedItems.of(manifest, items, starts, allRelated, allWeights, halfLife);
  }
}
