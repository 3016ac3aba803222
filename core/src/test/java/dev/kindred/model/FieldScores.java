package dev.kindred.model;

import dev.kindred.data.Item;
import dev.kindred.internal.vector.FloatsField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;

/** Answers encodings from the fields a model writes for an item, as an index would, without one. */
public final class FieldScores {
  private final Map<String, Map<String, Integer>> terms = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();
  private final Map<String, float[]> vectors = new HashMap<>();
  private final Network network;

  private FieldScores(Network network) {
    this.network = network;
  }

  /** What the model writes for the item. */
  public static FieldScores of(Model model, Item item) {
    List<IndexableField> fields = new ArrayList<>();
    model.index(item, fields::add);
    FieldScores scores =
        new FieldScores(model instanceof LearnedModel learned ? learned.network() : null);
    for (IndexableField field : fields) {
      if (field instanceof KnnFloatVectorField vector) {
        scores.vectors.put(field.name(), vector.vectorValue());
      } else if (field instanceof BinaryDocValuesField) {
        float[] vector = new float[field.binaryValue().length / Float.BYTES];
        FloatsField.read(field.name(), field.binaryValue(), vector);
        scores.vectors.put(field.name(), vector);
      } else if (field.fieldType().indexOptions() != IndexOptions.NONE) {
        scores.terms.put(field.name(), frequencies(field));
      } else {
        scores.numbers.put(field.name(), Double.longBitsToDouble(field.numericValue().longValue()));
      }
    }
    return scores;
  }

  /** What the model writes for an item without fields. */
  public static FieldScores of(Model model, String itemId) {
    return of(model, new Item(itemId, Map.of()));
  }

  private static Map<String, Integer> frequencies(IndexableField field) {
    Map<String, Integer> frequencies = new TreeMap<>();
    try (TokenStream tokens = field.tokenStream(null, null)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      TermFrequencyAttribute frequency = tokens.addAttribute(TermFrequencyAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        frequencies.merge(term.toString(), frequency.getTermFrequency(), Integer::sum);
      }
      tokens.end();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return frequencies;
  }

  /** Whether the model wrote nothing. */
  public boolean isEmpty() {
    return terms.isEmpty() && numbers.isEmpty() && vectors.isEmpty();
  }

  /** Frequencies by term of an indexed field; empty when there is none. */
  public Map<String, Integer> terms(String field) {
    return terms.getOrDefault(field, Map.of());
  }

  /** The double doc value of a field; null when there is none. */
  public Double number(String field) {
    return numbers.get(field);
  }

  /** The vector of a field; null when there is none. */
  public float[] vector(String field) {
    return vectors.get(field);
  }

  /** The item's raw value; NaN when the fields have no answer. */
  public double score(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Dense dense -> dot(dense.vector(), vectors.get(dense.field()));
      case Encoding.Sparse sparse -> sum(sparse);
      case Encoding.Sum sum -> total(sum);
      case Encoding.Learned learned -> join(learned);
      case Encoding.None none -> Double.NaN;
    };
  }

  private double total(Encoding.Sum sum) {
    double[] values =
        sum.parts().stream().mapToDouble(this::score).filter(x -> !Double.isNaN(x)).toArray();
    return values.length == 0 ? Double.NaN : Arrays.stream(values).sum();
  }

  private double join(Encoding.Learned learned) {
    float[] vector = vectors.get(learned.field());
    return vector == null ? Double.NaN : network.join(learned.inputs()).apply(vector);
  }

  /** The dot product; NaN when either is null. */
  static double dot(float[] a, float[] b) {
    if (a == null || b == null) {
      return Double.NaN;
    }
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private double sum(Encoding.Sparse sparse) {
    double sum = Double.NaN;
    for (Map.Entry<String, Integer> term : terms(sparse.field()).entrySet()) {
      Float weight = sparse.weights().get(term.getKey());
      if (weight != null) {
        sum = (Double.isNaN(sum) ? 0 : sum) + (double) weight * term.getValue();
      }
    }
    return sparse.norm().isEmpty() || Double.isNaN(sum) ? sum : sum / number(sparse.norm());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FieldScores scores && scores.toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** All values, exactly, in a fixed order. */
  @Override
  public String toString() {
    Map<String, List<Float>> lists = new TreeMap<>();
    vectors.forEach(
        (field, vector) -> {
          List<Float> list = new ArrayList<>();
          for (float x : vector) {
            list.add(x);
          }
          lists.put(field, list);
        });
    return new TreeMap<>(terms) + " " + new TreeMap<>(numbers) + " " + lists;
  }
}
