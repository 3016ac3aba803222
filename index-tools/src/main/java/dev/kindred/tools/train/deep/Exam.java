package dev.kindred.tools.train.deep;

import dev.kindred.tools.train.neural.HeldOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Users whose latest item is kept from training, to be found again after every epoch.
 *
 * @param rest what is left to learn from
 * @param histories of the users asked, without that item
 * @param answers that item
 * @param context features of its moment
 */
record Exam(Histories rest, List<int[]> histories, int[] answers, List<int[]> context) {

  /**
   * @param most users; 0 keeps nothing from training
   */
  static Exam of(Histories all, Moments moments, int most, long seed) {
    List<Integer> users =
        HeldOut.choose(all.users(), user -> all.items()[user].length >= HeldOut.LEAST, most, seed);
    int[][] items = all.items().clone();
    long[][] times = all.times().clone();
    List<int[]> histories = new ArrayList<>();
    List<int[]> context = new ArrayList<>();
    int[] answers = new int[users.size()];
    for (int user : users) {
      int last = items[user].length - 1;
      answers[histories.size()] = items[user][last];
      context.add(moments.rows(times[user][last]));
      items[user] = Arrays.copyOf(items[user], last);
      times[user] = Arrays.copyOf(times[user], last);
      histories.add(items[user]);
    }
    return new Exam(new Histories(items, times), histories, answers, context);
  }

  /**
   * Mean NDCG@10; NaN when nobody is asked.
   *
   * @param items how many there are
   * @param scorer fills in the scores of all items for one of the users
   */
  double ndcg(int items, Scorer scorer) {
    if (answers.length == 0) {
      return Double.NaN;
    }
    float[] scores = new float[items];
    double sum = 0;
    for (int user = 0; user < answers.length; user++) {
      scorer.score(user, scores);
      sum += HeldOut.gain(scores, 0, items, answers[user], histories.get(user));
    }
    return sum / answers.length;
  }

  /** Scores all items for a user. */
  @FunctionalInterface
  interface Scorer {
    void score(int user, float[] scores);
  }
}
