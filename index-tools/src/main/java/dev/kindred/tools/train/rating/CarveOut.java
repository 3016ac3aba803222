package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.model.Baseline;
import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * A part of the training ratings, drawn at random, on which a training tells when to stop.
 *
 * @param rest the other ratings, with all users and items in the same order
 * @param users of the ratings held out
 * @param items of them
 * @param stars of them
 * @param scale that errors are taken on
 */
record CarveOut(Dataset rest, int[] users, int[] items, float[] stars, Baseline.Scale scale) {
  /**
   * @param share of the ratings to hold out, above 0 and below 1
   */
  static CarveOut of(Dataset data, double share, long seed) {
    Interactions all = data.interactions();
    SplittableRandom random = new SplittableRandom(seed);
    BitSet held = new BitSet(all.size());
    for (int p = 0; p < all.size(); p++) {
      held.set(p, random.nextDouble() < share);
    }
    InteractionsBuilder rest = new InteractionsBuilder(true, Repeats.ALL);
    all.items().ids().forEach(rest::item);
    all.users().ids().forEach(rest::user);
    int[] users = new int[held.cardinality()];
    int[] items = new int[users.length];
    float[] stars = new float[users.length];
    int size = 0;
    for (int user = 0; user < all.users().size(); user++) {
      for (int p = all.from(user); p < all.to(user); p++) {
        if (held.get(p)) {
          users[size] = user;
          items[size] = all.item(p);
          stars[size++] = all.value(p);
        } else {
          rest.add(all.users().id(user), all.items().id(all.item(p)), all.value(p), all.time(p));
        }
      }
    }
    Dataset others = new Dataset(rest.build(), data.items(), data.users());
    return new CarveOut(others, users, items, stars, Baselines.scale(all, 0));
  }

  /** Whether there is enough on both sides to tell anything. */
  boolean tells() {
    return stars.length > 0 && rest.interactions().size() > 0;
  }
}
