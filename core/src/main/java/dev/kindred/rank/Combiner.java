package dev.kindred.rank;

import java.util.List;
import org.apache.lucene.search.Explanation;

/** Joins the row of a document's signal values into one score. Immutable and thread-safe. */
public interface Combiner {
  /**
   * The joint score.
   *
   * @param values one a signal, in the profile's order: normalised with the profile's value for
   *     what is missing, or, with {@link #raw}, raw with NaN for it; reused by the caller, not to
   *     be kept
   */
  double combine(double[] values);

  /** How many signals it joins. */
  int signals();

  /** Whether it reads raw values, as logs hold them, rather than normalised ones. */
  default boolean raw() {
    return false;
  }

  /**
   * Whether its scores may be negative and still tell items apart. {@link Blend} then makes them
   * positive by a monotone function instead of raising all of them to 0.
   */
  default boolean signed() {
    return false;
  }

  /**
   * Refuses a profile with other signals than it was learned for.
   *
   * @param names of the profile's signals, as many as {@link #signals}
   * @throws IllegalArgumentException saying which were expected
   */
  default void require(List<String> names) {}

  /** What each signal adds to the score; for reasons, not for scoring. */
  double[] contributions(double[] values);

  /** The same score with each signal's part in it. */
  Explanation explain(double[] values, List<Explanation> parts);
}
