package dev.kindred.tools.train.related;

import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Run;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

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

  /** Each weight becomes {@code f(weight)}. */
  void map(DoubleUnaryOperator f) {
    for (float[] row : weights) {
      for (int k = 0; k < row.length; k++) {
        row[k] = (float) f.applyAsDouble(row[k]);
      }
    }
  }

  /**
   * A model of kind {@code related}.
   *
   * @param trainer whose components become the provenance
   * @param memory how the history speaks
   */
  RelatedItems model(Record trainer, Run run, Interactions data, RelatedItems.Memory memory) {
    Manifest manifest =
        Provenance.manifest(
            "related",
            trainer,
            run,
            data,
            Map.of("links", (double) count()),
            RelatedItems.fields(run.name()));
    return model(manifest, data.items(), memory);
  }

  RelatedItems model(Manifest manifest, IdMap items, RelatedItems.Memory memory) {
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
    return RelatedItems.of(manifest, items, starts, allRelated, allWeights, memory);
  }
}
