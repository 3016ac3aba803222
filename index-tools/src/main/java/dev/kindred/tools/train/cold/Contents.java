package dev.kindred.tools.train.cold;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.cold.ContentSpace;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.matrix.Matrix;
import dev.kindred.tools.train.matrix.SingularVectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The words of a catalogue, and the space that they are reduced to. */
final class Contents {
  /** Seen in one item only, a term says nothing of others. */
  private static final int FEWEST = 2;

  private final Cold how;
  private final Iterable<Item> items;
  private final ContentSpace.Fields fields;
  private int count;

  Contents(Cold how, Iterable<Item> items) {
    this.how = how;
    this.items = items;
    Map<String, Integer> dimensions = new TreeMap<>();
    for (Item item : items) {
      for (String field : how.vectors()) {
        if (item.fields().get(field) instanceof float[] vector) {
          dimensions.putIfAbsent(field, vector.length);
        }
      }
    }
    this.fields =
        new ContentSpace.Fields(
            how.analyzer(), how.text(), how.keywords(), dimensions, how.factors());
  }

  ContentSpace space(Run run) {
    SortedMap<String, Integer> frequencies = frequencies();
    IdMap terms = IdMap.of(frequencies.keySet());
    float[] idf = new float[terms.size()];
    int next = 0;
    for (int frequency : frequencies.values()) {
      idf[next++] = (float) (1 + Math.log((count + 1.0) / (frequency + 1.0)));
    }
    Matrix matrix = matrix(terms, idf);
    float[] projection =
        terms.size() == 0
            ? new float[0]
            : new SingularVectors(matrix, matrix.transpose(), run.threads())
                .right(how.factors(), how.iterations(), run.seed());
    return new ContentSpace(fields, terms, idf, projection);
  }

  /** In how many items each term is, of those in several. */
  private SortedMap<String, Integer> frequencies() {
    SortedMap<String, Integer> frequencies = new TreeMap<>();
    count = 0;
    for (Item item : items) {
      fields
          .bags(item)
          .forEach(bag -> bag.keySet().forEach(term -> frequencies.merge(term, 1, Integer::sum)));
      count++;
    }
    frequencies.values().removeIf(frequency -> frequency < FEWEST);
    return frequencies;
  }

  /** Items by terms. */
  private Matrix matrix(IdMap terms, float[] idf) {
    int[] starts = new int[count + 1];
    List<Map.Entry<Integer, Double>> cells = new ArrayList<>();
    int row = 0;
    for (Item item : items) {
      cells.addAll(ContentSpace.weights(fields.bags(item), terms, idf).entrySet());
      starts[++row] = cells.size();
    }
    int[] columns = new int[cells.size()];
    float[] values = new float[cells.size()];
    Arrays.setAll(columns, i -> cells.get(i).getKey());
    for (int i = 0; i < values.length; i++) {
      values[i] = cells.get(i).getValue().floatValue();
    }
    return new Matrix(count, terms.size(), starts, columns, values);
  }
}
