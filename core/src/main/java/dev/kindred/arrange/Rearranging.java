package dev.kindred.arrange;

/** What arrangers that choose anew among the best items check of their parameters. */
final class Rearranging {
  private static final int POOL = 100;

  private Rearranging() {}

  /**
   * @param pool of how many items is chosen; 0 for the usual 100
   * @throws IllegalArgumentException when there would be nothing to choose
   */
  static int pool(int pool) {
    int chosen = pool == 0 ? POOL : pool;
    if (chosen < 2) {
      throw new IllegalArgumentException("pool must be at least 2, was " + chosen);
    }
    return chosen;
  }

  /**
   * @throws IllegalArgumentException when it is no share
   */
  static void requireShare(double strength) {
    if (!(strength >= 0 && strength <= 1)) {
      throw new IllegalArgumentException("strength must be in 0..1, was " + strength);
    }
  }
}
