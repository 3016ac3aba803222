package dev.kindred.opensearch.recommend;

import dev.kindred.opensearch.ask.Ask;
import org.opensearch.index.query.QueryBuilder;

/**
 * A page that is wanted. Immutable.
 *
 * @param ask what is asked
 * @param filter any query that items must match; null for none
 * @param from rank of the first item, from 0
 * @param size how many items
 * @param diversity 0 keeps the profile's order, 1 asks for the most varied page
 * @param explain whether each item carries its explanation
 */
public record Wish(
    Ask ask, QueryBuilder filter, int from, int size, double diversity, boolean explain) {
  /** No page is larger. */
  public static final int LARGEST = 1000;

  public Wish {
    require(from >= 0, "[from] must be at least 0, was " + from);
    require(size >= 0 && size <= LARGEST, "[size] must be 0 to " + LARGEST + ", was " + size);
    require(diversity >= 0 && diversity <= 1, "[diversity] must be 0 to 1, was " + diversity);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
