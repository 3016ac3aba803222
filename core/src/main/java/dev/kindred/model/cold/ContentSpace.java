package dev.kindred.model.cold;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.text.TermBag;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns what is written about an item into a few numbers: TF-IDF of its words and, apart from them,
 * of its keywords, each of unit length, projected on the leading singular vectors of the
 * catalogue's; then the vectors the item brings along, of unit length; then 1. Immutable by
 * agreement; thread-safe.
 */
public final class ContentSpace {
  private final Fields fields;
  private final IdMap terms;
  private final float[] idf;
  private final float[] projection;

  /**
   * What is read.
   *
   * @param analyzer what makes terms of text
   * @param text text fields
   * @param keywords keyword fields; each value is one term
   * @param vectors dimension of the vector fields, by name
   * @param factors how many numbers become of words and keywords
   */
  public record Fields(
      String analyzer,
      List<String> text,
      List<String> keywords,
      Map<String, Integer> vectors,
      int factors) {
    public Fields {
      text = List.copyOf(text);
      keywords = List.copyOf(keywords);
      vectors = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(vectors));
    }

    /** How many numbers an item becomes. */
    public int width() {
      return factors + vectors.values().stream().mapToInt(d -> d).sum() + 1;
    }

    /** The words of an item, and its keywords. */
    public List<SortedMap<String, Integer>> bags(Item item) {
      TermBag words = new TermBag();
      text.forEach(field -> words.addText(analyzer, item.text(field)));
      TermBag values = new TermBag();
      keywords.forEach(field -> item.values(field).forEach(v -> values.addValue(field, v)));
      return List.of(words.counts(), values.counts());
    }
  }

  /**
   * @param terms the vocabulary
   * @param idf of each term
   * @param projection row-major, one row of {@code factors} for each term
   */
  public ContentSpace(Fields fields, IdMap terms, float[] idf, float[] projection) {
    this.fields = fields;
    this.terms = terms;
    this.idf = idf;
    this.projection = projection;
  }

  public Fields fields() {
    return fields;
  }

  IdMap terms() {
    return terms;
  }

  float[] idf() {
    return idf;
  }

  float[] projection() {
    return projection;
  }

  /**
   * The weights of known terms, each bag of unit length.
   *
   * @param terms the vocabulary
   * @param idf of each term
   */
  public static SortedMap<Integer, Double> weights(
      List<SortedMap<String, Integer>> bags, IdMap terms, float[] idf) {
    SortedMap<Integer, Double> weights = new TreeMap<>();
    for (SortedMap<String, Integer> bag : bags) {
      SortedMap<Integer, Double> ofBag = new TreeMap<>();
      double square = 0;
      for (Map.Entry<String, Integer> term : bag.entrySet()) {
        int ordinal = terms.ordinal(term.getKey());
        if (ordinal >= 0) {
          double weight = (1 + Math.log(term.getValue())) * idf[ordinal];
          ofBag.put(ordinal, weight);
          square += weight * weight;
        }
      }
      double length = Math.sqrt(square);
      ofBag.forEach((term, weight) -> weights.put(term, weight / length));
    }
    return weights;
  }

  /** As many numbers as {@link Fields#width}; null for an item that says nothing. */
  public float[] of(Item item) {
    float[] numbers = new float[fields.width()];
    SortedMap<Integer, Double> weights = weights(fields.bags(item), terms, idf);
    weights.forEach(
        (term, weight) ->
            Kernels.get()
                .axpy(
                    weight.floatValue(),
                    projection,
                    term * fields.factors,
                    numbers,
                    0,
                    fields.factors));
    int at = fields.factors;
    boolean says = !weights.isEmpty();
    for (Map.Entry<String, Integer> vector : fields.vectors.entrySet()) {
      says |= addVector(item.fields().get(vector.getKey()), vector.getValue(), numbers, at);
      at += vector.getValue();
    }
    numbers[at] = 1;
    return says ? numbers : null;
  }

  /** Whether there was one that fits. */
  private static boolean addVector(Object value, int dimension, float[] into, int at) {
    if (!(value instanceof float[] vector) || vector.length != dimension) {
      return false;
    }
    float square = Kernels.get().dot(vector, 0, vector, 0, dimension);
    if (square > 0) {
      Kernels.get().axpy((float) (1 / Math.sqrt(square)), vector, 0, into, at, dimension);
    }
    return square > 0;
  }
}
