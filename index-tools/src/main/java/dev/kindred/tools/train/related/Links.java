package dev.kindred.tools.train.related;

import dev.kindred.data.IdMap;
import dev.kindred.model.Manifest;
import dev.kindred.model.related.RelatedItems;
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

  /**
   * The links turned round: where a scored b, b scores a. Rows keep the order of their ordinals.
   */
  Links transpose() {
    int[] counts = new int[related.length];
    for (int[] row : related) {
      for (int other : row) {
        counts[other]++;
      }
    }
    Links turned = new Links(related.length);
    for (int i = 0; i < counts.length; i++) {
      turned.set(i, new int[counts[i]], new float[counts[i]]);
      counts[i] = 0;
    }
    for (int i = 0; i < related.length; i++) {
      for (int k = 0; k < related[i].length; k++) {
        int other = related[i][k];
        turned.related[other][counts[other]] = i;
        turned.weights[other][counts[other]++] = weights[i][k];
      }
    }
    return turned;
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
