package dev.kindred.data.bandit;

import java.time.Duration;

/**
 * The rewards of one item, older ones counting less if the bandit forgets: an observation of age
 * {@code a} has weight {@code 2^(−a/halfLife)}, exactly, in whatever order observations arrive.
 * Immutable.
 *
 * @param pulls total weight of observations, 0 or more
 * @param sum weighted sum of rewards
 * @param squares weighted sum of squared rewards
 * @param at milliseconds since the epoch at which the weights are meant
 */
public record Arm(double pulls, double sum, double squares, long at) {
  /** Never shown. */
  public static final Arm NONE = new Arm(0, 0, 0, Long.MIN_VALUE);

  public Arm {
    if (!(pulls >= 0 && squares >= 0 && Double.isFinite(sum))) {
      throw new IllegalArgumentException(
          "pulls and squares must be 0 or more and sum finite, were "
              + pulls
              + ", "
              + squares
              + ", "
              + sum);
    }
  }

  /**
   * With one more reward.
   *
   * @param time of the observation in milliseconds since the epoch; may be before {@link #at}
   * @param halfLife null when nothing is forgotten
   */
  public Arm plus(double reward, long time, Duration halfLife) {
    Arm aged = time > at ? aged(time, halfLife) : this;
    double weight = decay(aged.at - time, halfLife);
    return new Arm(
        aged.pulls + weight,
        aged.sum + weight * reward,
        aged.squares + weight * reward * reward,
        aged.at);
  }

  /** What is left at that time; this arm itself when the time is not after {@link #at}. */
  public Arm aged(long time, Duration halfLife) {
    if (pulls == 0) {
      return new Arm(0, 0, 0, time);
    }
    double left = decay(time - at, halfLife);
    return time <= at ? this : new Arm(left * pulls, left * sum, left * squares, time);
  }

  /** The weight of what is so many milliseconds old; 1 for what is not old or never forgotten. */
  public static double decay(long age, Duration halfLife) {
    return halfLife == null || age <= 0 ? 1 : Math.exp(-Math.log(2) * age / halfLife.toMillis());
  }
}
