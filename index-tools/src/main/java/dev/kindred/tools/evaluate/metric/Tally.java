package dev.kindred.tools.evaluate.metric;

import java.util.List;
import java.util.Set;

/**
 * What one metric has seen of one run. What every user contributed is kept, so that the value can
 * be taken again over any resample of the users. Not thread-safe.
 */
public interface Tally {
  /**
   * Adds one user's list.
   *
   * @param ranked distinct item ids, best first; may be shorter or longer than the cut-off
   * @param relevant the items the user went on to choose; not empty
   */
  void add(List<String> ranked, Set<String> relevant);

  /** How many users were added. */
  int users();

  /**
   * The value over a multiset of users, each named by its place in the order of {@link #add};
   * {@link Double#NaN} over no users.
   */
  double value(int[] sample);

  /** The value over all users; {@link Double#NaN} when there are none. */
  default double value() {
    int[] everyone = new int[users()];
    java.util.Arrays.setAll(everyone, user -> user);
    return value(everyone);
  }

  /** The value over all users with its standard error. */
  default Estimate estimate(Bootstrap bootstrap) {
    return new Estimate(value(), bootstrap.standardError(this));
  }
}
