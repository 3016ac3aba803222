package dev.kindred.tools.tune.weights;

import java.util.ArrayList;
import java.util.List;

/** Selects the best k of a request's candidates; of equal scores the first. For one thread. */
final class Top {
  private final int[] docs;
  private final float[] scores;
  private int size;

  Top(int k) {
    docs = new int[k];
    scores = new float[k];
  }

  /** The ids with the largest {@code others + weight · values}, best first. */
  List<String> of(String[] ids, double[] others, float[] values, double weight) {
    size = 0;
    float least = Float.NEGATIVE_INFINITY;
    for (int d = 0; d < ids.length; d++) {
      float score = (float) Math.max(0, others[d] + weight * values[d]);
      if (score > least || size < docs.length) {
        insert(d, score);
        least = size < docs.length ? Float.NEGATIVE_INFINITY : scores[size - 1];
      }
    }
    List<String> top = new ArrayList<>(size);
    for (int rank = 0; rank < size; rank++) {
      top.add(ids[docs[rank]]);
    }
    return top;
  }

  private void insert(int doc, float score) {
    int place = size < docs.length ? size++ : size - 1;
    while (place > 0 && scores[place - 1] < score) {
      scores[place] = scores[place - 1];
      docs[place] = docs[place - 1];
      place--;
    }
    scores[place] = score;
    docs[place] = doc;
  }
}
