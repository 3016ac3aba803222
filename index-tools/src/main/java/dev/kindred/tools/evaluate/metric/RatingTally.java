package dev.kindred.tools.evaluate.metric;

import java.util.Arrays;

/**
 * The losses of one run, pooled over ratings: a user counts as often as there are ratings to
 * predict. What every user contributed is kept, for standard errors over users. Not thread-safe.
 */
public final class RatingTally {
  private final RatingMetric metric;
  private double[] losses = new double[256];
  private int[] ratings = new int[256];
  private int users;

  RatingTally(RatingMetric metric) {
    this.metric = metric;
  }

  /**
   * Adds one user's ratings.
   *
   * @throws IllegalArgumentException when a prediction is missing or no number
   */
  public void add(double[] predicted, double[] given) {
    if (predicted.length != given.length || given.length == 0) {
      throw new IllegalArgumentException(
          predicted.length + " predictions of " + given.length + " ratings; expected as many");
    }
    if (users == losses.length) {
      losses = Arrays.copyOf(losses, 2 * users);
      ratings = Arrays.copyOf(ratings, 2 * users);
    }
    for (int i = 0; i < given.length; i++) {
      if (!Double.isFinite(predicted[i])) {
        throw new IllegalArgumentException("a predicted rating is " + predicted[i]);
      }
      losses[users] += metric.loss(predicted[i] - given[i]);
    }
    ratings[users++] = given.length;
  }

  /** How many users were added. */
  public int users() {
    return users;
  }

  /** The value over a multiset of users; {@link Double#NaN} over none. */
  public double value(int[] sample) {
    double loss = 0;
    long count = 0;
    for (int user : sample) {
      loss += losses[user];
      count += ratings[user];
    }
    return metric.value(loss / count);
  }

  /** The value over all users with its standard error. */
  public Estimate estimate(Bootstrap bootstrap) {
    int[] everyone = new int[users];
    Arrays.setAll(everyone, user -> user);
    double se = users < 2 ? Double.NaN : Bootstrap.deviation(bootstrap.values(users, this::value));
    return new Estimate(value(everyone), se);
  }
}
