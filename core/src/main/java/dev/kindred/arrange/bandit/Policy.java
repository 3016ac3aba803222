package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/** Values the arms of a bandit; the arm of the largest value is played. Immutable. */
public interface Policy {
  /**
   * Fills in a value an arm; infinite for an arm that must be tried first.
   *
   * @param random of random policies; others do not touch it
   */
  void values(Arms arms, SplittableRandom random, double[] values);

  /** The first arm of the largest value. */
  static int best(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
