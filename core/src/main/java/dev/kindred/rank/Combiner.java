package dev.kindred.rank;

import java.util.List;
import org.apache.lucene.search.Explanation;

/** Joins the row of normalised signal values into one score. Immutable and thread-safe. */
public interface Combiner {
  /**
   * The joint score.
   *
   * @param values one normalised value a signal; reused by the caller, not to be kept
   */
  double combine(double[] values);

  /** How many signals it joins. */
  int signals();

  /** What each signal adds to the score; for reasons, not for scoring. */
  double[] contributions(double[] values);

  /** The same score with each signal's part in it. */
  Explanation explain(double[] values, List<Explanation> parts);
}
