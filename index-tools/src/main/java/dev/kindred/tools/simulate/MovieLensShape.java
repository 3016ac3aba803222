package dev.kindred.tools.simulate;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Ratings with the size and the skew of MovieLens 20M: at least 20 a user with a log-normal tail,
 * and popularity that falls off as its movies' does. Taste is crude: users and movies fall into
 * groups, and half the draws outside a user's group are drawn again.
 */
final class MovieLensShape {
  static final int USERS = 138_493;
  static final int ITEMS = 26_744;
  static final int ENTRIES = 20_000_263;
  private static final int LEAST = 20;
  private static final int MOST = 9_254;
  private static final double MEDIAN_ABOVE_LEAST = 48;
  private static final double SIGMA = 1.38;
  private static final int GROUPS = 16;

  /** Ratings of the movie of a rank, as points of a curve that is straight between logarithms. */
  private static final double[][] CURVE = {
    {0, 67_310}, {100, 30_000}, {1_000, 5_000}, {5_000, 400}, {10_000, 50}, {20_000, 2}, {26_744, 1}
  };

  private final long seed;
  private final int users;
  private final int items;
  private final int[] seenBy;
  private final int[] itemAt;
  private final Alias popularity;

  /** A smaller one keeps the proportions: the n-th part of users and of items. */
  MovieLensShape(long seed, int part) {
    this.seed = seed;
    this.users = USERS / part;
    this.items = ITEMS / part;
    this.seenBy = new int[items];
    Arrays.fill(seenBy, -1);
    double[] weights = new double[items];
    for (int rank = 0; rank < items; rank++) {
      weights[rank] = curve((double) rank * part);
    }
    this.popularity = new Alias(weights);
    this.itemAt = shuffled(items, Seeds.of(seed, -1));
  }

  Interactions interactions(int entries) {
    InteractionsBuilder builder = new InteractionsBuilder(true, Repeats.ALL);
    String[] ids = new String[items];
    for (int i = 0; i < items; i++) {
      ids[i] = "m" + (i + 1);
      builder.item(ids[i]);
    }
    int[] counts = counts(entries);
    for (int user = 0; user < users; user++) {
      rate(builder, "u" + (user + 1), user, counts[user], ids);
    }
    return builder.build();
  }

  private void rate(InteractionsBuilder builder, String id, int user, int count, String[] ids) {
    SplittableRandom random = Seeds.of(seed, user);
    int group = random.nextInt(GROUPS);
    long time = 789_652_000_000L + random.nextLong(631_152_000_000L);
    double kindness = 3.5 + 0.4 * random.nextGaussian();
    for (int i = 0; i < count; i++) {
      int item = unseen(user, group, random);
      double stars = kindness + random.nextGaussian() + (item % GROUPS == group ? 0.5 : 0);
      float rating = (float) Math.clamp(Math.round(stars * 2) / 2.0, 0.5, 5.0);
      builder.add(id, ids[item], rating, time);
      time += 1000L * random.nextInt(120);
    }
  }

  /** An item by popularity and group; after many misses, the next unseen one from anywhere. */
  private int unseen(int user, int group, RandomGenerator random) {
    for (int tries = 0; tries < 50; tries++) {
      int item = itemAt[popularity.draw(random)];
      if (seenBy[item] != user && (item % GROUPS == group || random.nextBoolean())) {
        seenBy[item] = user;
        return item;
      }
    }
    int item = random.nextInt(items);
    while (seenBy[item] == user) {
      item = item + 1 == items ? 0 : item + 1;
    }
    seenBy[item] = user;
    return item;
  }

  /** How many ratings each user gives; they add up to the entries but for rounding and bounds. */
  private int[] counts(int entries) {
    SplittableRandom random = Seeds.of(seed, -2);
    double[] above = new double[users];
    double sum = 0;
    for (int user = 0; user < users; user++) {
      double draw = MEDIAN_ABOVE_LEAST * Math.exp(SIGMA * random.nextGaussian());
      above[user] = Math.min(draw, MOST - LEAST);
      sum += above[user];
    }
    double scale = Math.max(0, entries - (double) LEAST * users) / sum;
    int[] counts = new int[users];
    double carried = 0;
    for (int user = 0; user < users; user++) {
      double wanted = LEAST + above[user] * scale + carried;
      counts[user] = (int) Math.min(Math.round(wanted), items);
      carried = wanted - counts[user];
    }
    return counts;
  }

  private static double curve(double rank) {
    int right = 1;
    while (right < CURVE.length - 1 && CURVE[right][0] < rank) {
      right++;
    }
    double[] a = CURVE[right - 1];
    double[] b = CURVE[right];
    double share = (rank - a[0]) / (b[0] - a[0]);
    return Math.exp(Math.log(a[1]) * (1 - share) + Math.log(b[1]) * share);
  }

  private static int[] shuffled(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
