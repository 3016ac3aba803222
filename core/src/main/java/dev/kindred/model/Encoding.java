package dev.kindred.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a model says about one user, in one of the shapes that an index can answer, as a sum of
 * them, or why it says nothing. Plain data, small enough to travel with a request. Immutable by
 * agreement: arrays are not copied.
 */
public sealed interface Encoding {
  /** The cause of a term that adds to a score without explaining it, such as a common word. */
  String NO_CAUSE = "";

  /**
   * A vector for a KNN field; an item's raw value is the dot product with its vector.
   *
   * @param field the vector field
   * @param vector as many numbers as the field has dimensions
   * @param parts the vector as a sum, by the id of the history item that caused each summand; empty
   *     when the model is not linear in its history
   */
  record Dense(String field, float[] vector, Map<String, float[]> parts) implements Encoding {
    public Dense {
      Objects.requireNonNull(field, "field");
      parts = Map.copyOf(parts);
    }

    public Dense(String field, float[] vector) {
      this(field, vector, Map.of());
    }
  }

  /**
   * Weighted terms of an indexed field; an item's raw value is the sum over its terms of weight ×
   * term frequency, divided by the item's norm where there is one.
   *
   * @param field the indexed field
   * @param weights by term; may be negative; finite
   * @param norm a double doc-values field to divide by, or empty for none
   * @param causes the words an explanation uses for each term, such as the liked item's id; a term
   *     without a cause stands for itself; {@link #NO_CAUSE} is never shown
   */
  record Sparse(String field, Map<String, Float> weights, String norm, Map<String, String> causes)
      implements Encoding {
    public Sparse {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(norm, "norm");
      weights = Map.copyOf(weights);
      causes = Map.copyOf(causes);
    }
  }

  /**
   * Several encodings of one model whose raw values are added up. A part that has no value for an
   * item adds nothing; an item for which no part has one has no value.
   *
   * @param parts neither sums nor silent, at least one, in the order in which they are added
   */
  record Sum(List<Encoding> parts) implements Encoding {
    public Sum {
      parts = List.copyOf(parts);
      if (parts.isEmpty() || parts.stream().anyMatch(part -> !isPlain(part))) {
        throw new IllegalArgumentException(
            "a sum is made of dense, sparse and learned encodings, was given " + parts);
      }
    }

    private static boolean isPlain(Encoding part) {
      return part instanceof Dense || part instanceof Sparse || part instanceof Learned;
    }
  }

  /**
   * What a {@link Network} joins with each item's stored vector: an opinion about given items that
   * can propose none.
   *
   * @param field the doc-values field of item vectors
   * @param network the {@link Network#id}; every node that ranks holds the network itself
   * @param inputs the request's side, as many numbers as the network expects
   */
  record Learned(String field, String network, float[] inputs) implements Encoding {
    public Learned {
      Objects.requireNonNull(field, "field");
      Objects.requireNonNull(network, "network");
    }
  }

  /**
   * The model has nothing to say about this user.
   *
   * @param reason in words, for explanations
   */
  record None(String reason) implements Encoding {}
}
