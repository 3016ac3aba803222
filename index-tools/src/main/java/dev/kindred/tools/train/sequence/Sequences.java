package dev.kindred.tools.train.sequence;

import dev.kindred.data.Interactions;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.HeldOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Users' liked items in the order they came, without the last of those users whom validation asks
 * for it.
 *
 * @param items how many items there are
 * @param train each user's items to learn from; of at least two
 * @param asked the histories of the users of the validation
 * @param answers the item that follows each of those
 */
record Sequences(int items, List<int[]> train, List<int[]> asked, int[] answers) {
  /**
   * @param validation users at most to hold an item out of
   */
  static Sequences of(Interactions data, int validation, long seed) {
    List<int[]> all = new ArrayList<>();
    for (int user = 0; user < data.users().size(); user++) {
      int[] sequence = liked(data, user);
      if (sequence.length >= 2) {
        all.add(sequence);
      }
    }
    List<Integer> held =
        HeldOut.choose(all.size(), s -> all.get(s).length >= HeldOut.LEAST, validation, seed);
    List<int[]> asked = new ArrayList<>();
    int[] answers = new int[held.size()];
    for (int i = 0; i < answers.length; i++) {
      int[] whole = all.get(held.get(i));
      answers[i] = whole[whole.length - 1];
      asked.add(Arrays.copyOf(whole, whole.length - 1));
      all.set(held.get(i), asked.get(i));
    }
    return new Sequences(data.items().size(), List.copyOf(all), asked, answers);
  }

  /**
   * The same with histories cut, from their ends on, into pieces of at most so many predictions:
   * each event but a history's first is predicted once, by up to so many before it.
   */
  Sequences pieces(int length) {
    List<int[]> pieces = new ArrayList<>();
    for (int[] sequence : train) {
      for (int end = sequence.length; end > 1; end -= length) {
        pieces.add(Arrays.copyOfRange(sequence, Math.max(0, end - length - 1), end));
      }
    }
    return new Sequences(items, List.copyOf(pieces), asked, answers);
  }

  private static int[] liked(Interactions data, int user) {
    int[] items = new int[data.to(user) - data.from(user)];
    int n = 0;
    for (int p = data.from(user); p < data.to(user); p++) {
      if (data.strength(p) > 0) {
        items[n++] = data.item(p);
      }
    }
    return Arrays.copyOf(items, n);
  }

  /** How often each item comes up in what is learned from. */
  int[] counts() {
    int[] counts = new int[items];
    for (int[] sequence : train) {
      for (int item : sequence) {
        counts[item]++;
      }
    }
    return counts;
  }

  /** The sequences of an epoch in an order of its own. */
  int[] order(long seed, int epoch) {
    long key = Hash.of(seed, epoch);
    Integer[] order = new Integer[train.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(s -> Hash.of(key, s)));
    return Arrays.stream(order).mapToInt(s -> s).toArray();
  }
}
