package dev.kindred.tools.train.deep;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Every item that a user liked beside another one, to be predicted from the others or from those
 * before it; the first, which has none before it, from those after it, so that an item that is
 * always first is not taken for one that nobody wants.
 *
 * @param users of the examples
 * @param positions in the user's history
 * @param shares of all liked events, by item
 * @param newest time of all
 * @param span from the oldest time to the newest, at least 1
 */
record Examples(
    Histories histories, int[] users, int[] positions, double[] shares, long newest, double span) {

  static Examples of(Histories histories, int items) {
    int count = 0;
    for (int[] row : histories.items()) {
      count += row.length > 1 ? row.length : 0;
    }
    int[] users = new int[count];
    int[] positions = new int[count];
    double[] shares = new double[items];
    long newest = Long.MIN_VALUE;
    long oldest = Long.MAX_VALUE;
    int at = 0;
    for (int user = 0; user < histories.users(); user++) {
      int[] row = histories.items()[user];
      for (int p = 0; p < row.length && row.length > 1; p++) {
        users[at] = user;
        positions[at++] = p;
        shares[row[p]] += 1.0 / count;
        newest = Math.max(newest, histories.times()[user][p]);
        oldest = Math.min(oldest, histories.times()[user][p]);
      }
    }
    double span = count == 0 ? 1 : Math.max(1, (double) newest - oldest);
    return new Examples(histories, users, positions, shares, newest, span);
  }

  int[] shuffled(SplittableRandom random) {
    int[] order = new int[users.length];
    for (int i = 0; i < order.length; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  TowerPass.Batch batch(
      TwoTower plan, Moments moments, Rows rows, int[] chosen, SplittableRandom random) {
    int b = chosen.length;
    int[][] before = new int[b][];
    int[][] context = new int[b][];
    float[] ages = new float[b];
    int[] candidates = new int[b + plan.negatives()];
    for (int e = 0; e < b; e++) {
      int user = users[chosen[e]];
      int position = positions[chosen[e]];
      int[] row = histories.items()[user];
      long time = histories.times()[user][position];
      before[e] =
          plan.future()
              ? before(row, position, plan.length())
              : others(row, position, plan.length());
      context[e] = moments.rows(time);
      ages[e] = !plan.age() ? 0 : (float) ((newest - time) / span);
      candidates[e] = row[position];
    }
    for (int i = b; i < candidates.length; i++) {
      candidates[i] = random.nextInt(shares.length);
    }
    float[] correction = new float[candidates.length];
    int[][] described = new int[candidates.length][];
    for (int i = 0; i < candidates.length; i++) {
      boolean anonymous = random.nextDouble() < plan.id_dropout();
      described[i] = (anonymous ? rows.features() : rows.byItem())[candidates[i]];
      double expected = b * shares[candidates[i]] + (double) plan.negatives() / shares.length;
      correction[i] = (float) Math.log(expected);
    }
    return new TowerPass.Batch(before, context, ages, candidates, described, correction);
  }

  private static int[] before(int[] row, int position, int length) {
    return position == 0
        ? Arrays.copyOfRange(row, 1, Math.min(row.length, 1 + length))
        : Arrays.copyOfRange(row, Math.max(0, position - length), position);
  }

  /** The latest of all but one. */
  private static int[] others(int[] row, int position, int length) {
    int[] others = new int[row.length - 1];
    System.arraycopy(row, 0, others, 0, position);
    System.arraycopy(row, position + 1, others, position, others.length - position);
    return Arrays.copyOfRange(others, Math.max(0, others.length - length), others.length);
  }
}
