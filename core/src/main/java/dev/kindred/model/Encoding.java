package dev.kindred.model;

import java.util.Map;
import java.util.Objects;

/**
 * What a model says about one user, in one of the two shapes that an index can answer, or why it
 * says nothing. Immutable by agreement: arrays are not copied.
 */
public sealed interface Encoding {

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
   *     without a cause stands for itself
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
   * The model has nothing to say about this user.
   *
   * @param reason in words, for explanations
   */
  record None(String reason) implements Encoding {}
}
