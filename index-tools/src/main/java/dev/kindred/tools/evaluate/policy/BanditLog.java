package dev.kindred.tools.evaluate.policy;

import java.util.List;

/**
 * What was shown, by which chance, and what came of it: one round an item shown. Immutable; callers
 * leave the arrays alone.
 *
 * @param name in reports
 * @param arms ids of all items that could be shown
 * @param shown by round: index into {@code arms}
 * @param places by round: where on the page, from 0
 * @param rewards by round
 * @param propensities by round: the chance with which the item was shown at that place, in (0, 1]
 * @param affinities by round and arm: what is known beforehand of user and arm; null for nothing
 */
public record BanditLog(
    String name,
    List<String> arms,
    int[] shown,
    int[] places,
    double[] rewards,
    double[] propensities,
    float[][] affinities) {
  public BanditLog {
    arms = List.copyOf(arms);
  }

  /** How many items were shown. */
  public int rounds() {
    return shown.length;
  }

  /** How many places a page has. */
  public int pageSize() {
    int last = 0;
    for (int place : places) {
      last = Math.max(last, place);
    }
    return last + 1;
  }

  /** The sum of rewards. */
  public double total() {
    double total = 0;
    for (double reward : rewards) {
      total += reward;
    }
    return total;
  }

  /** The rounds from one to another, as a log of the same arms. */
  public BanditLog slice(int from, int to) {
    return new BanditLog(
        name,
        arms,
        java.util.Arrays.copyOfRange(shown, from, to),
        java.util.Arrays.copyOfRange(places, from, to),
        java.util.Arrays.copyOfRange(rewards, from, to),
        java.util.Arrays.copyOfRange(propensities, from, to),
        affinities == null ? null : java.util.Arrays.copyOfRange(affinities, from, to));
  }
}
