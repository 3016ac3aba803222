package dev.kindred.tools.train.neural;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Whose latest item is kept from training, and what finding it again is worth: what tells the best
 * epoch.
 */
public final class HeldOut {
  /** With fewer items, one held out would leave nothing to learn from. */
  public static final int LEAST = 3;

  private static final int CUT = 10;

  private HeldOut() {}

  /**
   * Chooses histories by the seed.
   *
   * @param count of all histories
   * @param fit whether one may be chosen
   * @param most how many are
   */
  public static List<Integer> choose(int count, IntPredicate fit, int most, long seed) {
    return IntStream.range(0, count)
        .filter(fit)
        .boxed()
        .sorted(Comparator.comparingLong(history -> Hash.of(seed, history)))
        .limit(most)
        .toList();
  }

  /**
   * NDCG@10 of the answer among all items but those seen; equal scores count against it, and so do
   * those that are no numbers.
   *
   * @param scores one an item from {@code at} on; those of seen items are overwritten
   * @param items how many there are
   */
  public static double gain(float[] scores, int at, int items, int answer, int[] seen) {
    float right = scores[at + answer];
    for (int item : seen) {
      scores[at + item] = Float.NEGATIVE_INFINITY;
    }
    scores[at + answer] = Float.NEGATIVE_INFINITY;
    int better = 0;
    for (int item = 0; item < items && better < CUT; item++) {
      better += scores[at + item] < right ? 0 : 1;
    }
    return better < CUT ? Math.log(2) / Math.log(better + 2) : 0;
  }
}
