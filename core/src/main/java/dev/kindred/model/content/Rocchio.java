package dev.kindred.model.content;

import dev.kindred.model.Encoding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A sum of TF-IDF vectors on its way to becoming weighted terms. Not thread-safe. */
final class Rocchio {
  private final Map<String, Term> terms = new TreeMap<>();

  private static final class Term {
    private final String word;
    private final double idf;
    private double sum;

    Term(String word, double idf) {
      this.word = word;
      this.idf = idf;
    }
  }

  void add(String term, String word, double amount, double idf) {
    terms.computeIfAbsent(term, t -> new Term(word, idf)).sum += amount;
  }

  boolean isZero() {
    return largest() == 0;
  }

  private double largest() {
    return terms.values().stream().mapToDouble(term -> Math.abs(term.sum)).max().orElse(0);
  }

  /** Scaled by a power of two, so that no square of what is very old vanishes. */
  private double length() {
    double scale = Math.scalb(1.0, -Math.getExponent(largest()));
    double squares = 0;
    for (Term term : terms.values()) {
      squares += term.sum * scale * (term.sum * scale);
    }
    return Math.sqrt(squares) / scale;
  }

  /**
   * The sum scaled to length 1, then cut to its heaviest terms, equal ones in their order. A term's
   * weight is its coordinate times its idf, so that the sum of weight × count over an item's norm
   * is a cosine.
   */
  Encoding.Sparse encoding(String field, String norm, int most) {
    double length = length();
    List<Map.Entry<String, Term>> heaviest =
        terms.entrySet().stream()
            .filter(entry -> entry.getValue().sum != 0)
            .sorted(
                Comparator.comparingDouble(
                    entry -> -Math.abs(entry.getValue().sum * entry.getValue().idf)))
            .limit(most)
            .toList();
    Map<String, Float> weights = new HashMap<>();
    Map<String, String> words = new HashMap<>();
    for (Map.Entry<String, Term> entry : heaviest) {
      Term term = entry.getValue();
      weights.put(entry.getKey(), (float) (term.sum / length * term.idf));
      words.put(entry.getKey(), term.word);
    }
    return new Encoding.Sparse(field, weights, norm, words);
  }
}
