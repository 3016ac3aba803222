package dev.kindred.tools.train.rating;

import dev.kindred.data.Interactions;
import dev.kindred.model.Baseline;
import dev.kindred.tools.train.Require;
import java.util.Arrays;

/**
 * Fits the baseline of a data set: {@code μ + b_u + b_i} with both biases shrunk towards 0, by
 * turns, items first (Koren 2010, "Factor in the neighbors", section 2.1).
 */
public final class Baselines {
  private static final double ITEM_SHRINKAGE = 10;
  private static final double USER_SHRINKAGE = 15;
  private static final int ROUNDS = 10;
  private static final double LIKED_QUANTILE = 0.75;
  private static final double DISLIKED_QUANTILE = 0.25;

  private final Interactions data;
  private final double mean;
  private final double[] ofUsers;
  private final double[] ofItems;

  private Baselines(Interactions data) {
    this.data = data;
    this.mean = mean(data);
    this.ofUsers = new double[data.users().size()];
    this.ofItems = new double[data.items().size()];
  }

  /**
   * With the customary shrinkage: 10 ratings of the mean for an item, 15 for a user.
   *
   * @param model who asks, for the message
   * @throws IllegalArgumentException when the data are no ratings
   */
  public static Baseline fit(String model, Interactions data) {
    return fit(model, data, ITEM_SHRINKAGE, USER_SHRINKAGE, ROUNDS);
  }

  /**
   * @param itemShrinkage how many ratings of the mean are added to an item's own
   * @param userShrinkage the same for a user's
   * @param rounds of both sides
   */
  public static Baseline fit(
      String model, Interactions data, double itemShrinkage, double userShrinkage, int rounds) {
    requireRatings(model, data);
    Baselines biases = new Baselines(data);
    for (int round = 0; round < rounds; round++) {
      biases.solveItems(itemShrinkage);
      biases.solveUsers(userShrinkage);
    }
    float[] ofItems = new float[biases.ofItems.length];
    for (int item = 0; item < ofItems.length; item++) {
      ofItems[item] = (float) biases.ofItems[item];
    }
    return new Baseline(scale(data, userShrinkage), data.items(), ofItems);
  }

  /**
   * @throws IllegalArgumentException when the data are no ratings, naming who needs them
   */
  public static void requireRatings(String model, Interactions data) {
    Require.that(
        data.explicit() && data.size() > 0,
        "model '"
            + model
            + "' learns from ratings, and "
            + (data.size() == 0 ? "there are no events" : "these events are plain feedback")
            + "; give events of type rating, or choose a model such as als");
  }

  /** What the ratings mean; an event without stars counts as the upper or lower quartile. */
  static Baseline.Scale scale(Interactions data, double userShrinkage) {
    float[] sorted = new float[data.size()];
    for (int p = 0; p < sorted.length; p++) {
      sorted[p] = data.value(p);
    }
    Arrays.sort(sorted);
    return new Baseline.Scale(
        mean(data),
        sorted[0],
        sorted[sorted.length - 1],
        sorted[(int) (LIKED_QUANTILE * (sorted.length - 1))],
        sorted[(int) (DISLIKED_QUANTILE * (sorted.length - 1))],
        userShrinkage);
  }

  private static double mean(Interactions data) {
    double sum = 0;
    for (int p = 0; p < data.size(); p++) {
      sum += data.value(p);
    }
    return sum / data.size();
  }

  private void solveItems(double shrinkage) {
    double[] sums = new double[ofItems.length];
    int[] counts = new int[ofItems.length];
    for (int user = 0; user < ofUsers.length; user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        sums[data.item(p)] += data.value(p) - mean - ofUsers[user];
        counts[data.item(p)]++;
      }
    }
    for (int item = 0; item < sums.length; item++) {
      ofItems[item] = counts[item] == 0 ? 0 : sums[item] / (shrinkage + counts[item]);
    }
  }

  private void solveUsers(double shrinkage) {
    for (int user = 0; user < ofUsers.length; user++) {
      double sum = 0;
      for (int p = data.from(user); p < data.to(user); p++) {
        sum += data.value(p) - mean - ofItems[data.item(p)];
      }
      int count = data.to(user) - data.from(user);
      ofUsers[user] = count == 0 ? 0 : sum / (shrinkage + count);
    }
  }
}
