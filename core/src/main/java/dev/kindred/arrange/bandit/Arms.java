package dev.kindred.arrange.bandit;

/**
 * The arms that compete, as columns. The arrays are the caller's; policies only read them.
 *
 * @param pulls how often each was shown, 0 or more; fractions where the past is discounted
 * @param sums of rewards
 * @param squares sums of squared rewards
 */
public record Arms(double[] pulls, double[] sums, double[] squares) {
  /** So many arms that were never shown. */
  public Arms(int size) {
    this(new double[size], new double[size], new double[size]);
  }

  public int size() {
    return pulls.length;
  }

  /** The mean reward of an arm; 0 when it was never shown. */
  public double mean(int arm) {
    return pulls[arm] > 0 ? sums[arm] / pulls[arm] : 0;
  }

  /** How often all of them were shown. */
  public double total() {
    double total = 0;
    for (double one : pulls) {
      total += one;
    }
    return total;
  }

  /** Records a reward. */
  public void add(int arm, double reward) {
    pulls[arm]++;
    sums[arm] += reward;
    squares[arm] += reward * reward;
  }
}
