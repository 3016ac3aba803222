package dev.kindred.tools.train.deep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Cuts what users liked latest into groups, anew for each epoch: every such item is a target once,
 * told from items drawn alike from all that the user never liked. Not thread-safe.
 */
final class Sampling {
  private static final int GROUP = 32;

  private final Histories all;
  private final Histories histories;
  private final Moments moments;
  private final int items;
  private final int negatives;
  private final int[] likedBy;

  /**
   * @param all that users liked
   * @param length the latest items of a history that are learned from
   * @param items how many there are
   * @param negatives for each target
   */
  Sampling(Histories all, int length, Moments moments, int items, int negatives) {
    this.all = all;
    this.histories = all.latest(length);
    this.moments = moments;
    this.items = items;
    this.negatives = negatives;
    this.likedBy = new int[items];
    Arrays.fill(likedBy, -1);
  }

  /** Part of a user's targets: positions {@code from} to {@code to} of the user's shuffled row. */
  record Slice(int user, int[] targets) {}

  /** All targets, those of a user apart, in random order. */
  List<Slice> slices(SplittableRandom random) {
    List<Slice> slices = new ArrayList<>();
    for (int user = 0; user < histories.users(); user++) {
      int n = histories.items()[user].length;
      if (n > 1 && all.items()[user].length < items) {
        int[] shuffled = shuffled(n, random);
        for (int from = 0; from < n; from += GROUP) {
          int[] targets = Arrays.copyOfRange(shuffled, from, Math.min(n, from + GROUP));
          Arrays.sort(targets);
          slices.add(new Slice(user, targets));
        }
      }
    }
    for (int i = slices.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Slice other = slices.set(j, slices.get(i));
      slices.set(i, other);
    }
    return slices;
  }

  private static int[] shuffled(int n, SplittableRandom random) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The latest that the slice's user liked, in the order of time. */
  int[] history(Slice slice) {
    return histories.items()[slice.user];
  }

  /** The slice with its negatives drawn. */
  Group group(Slice slice, SplittableRandom random) {
    int[] history = history(slice);
    for (int item : all.items()[slice.user]) {
      likedBy[item] = slice.user;
    }
    int[] others = new int[slice.targets.length * negatives];
    for (int i = 0; i < others.length; i++) {
      do {
        others[i] = random.nextInt(items);
      } while (likedBy[others[i]] == slice.user);
    }
    int[][] context = new int[slice.targets.length][];
    for (int t = 0; t < context.length; t++) {
      context[t] = moments.rows(histories.times()[slice.user][slice.targets[t]]);
    }
    return new Group(history, slice.targets, context, others);
  }
}
