package dev.kindred.tools.evaluate.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The mean over users of one number a user. Its standard error is s/√n, which is what the bootstrap
 * of a mean tends to.
 */
final class MeanTally implements Tally {
  private final int k;
  private final UserValue value;
  private double[] values = new double[256];
  private int users;

  MeanTally(int k, UserValue value) {
    this.k = k;
    this.value = value;
  }

  /** What one list is worth. */
  @FunctionalInterface
  interface UserValue {
    /**
     * @param top the list, cut off already
     * @param relevant not empty
     */
    double of(List<String> top, Set<String> relevant);
  }

  @Override
  public void add(List<String> ranked, Set<String> relevant) {
    Lists.requireRelevant(relevant);
    if (users == values.length) {
      values = Arrays.copyOf(values, 2 * users);
    }
    values[users++] = value.of(Lists.top(ranked, k), relevant);
  }

  @Override
  public int users() {
    return users;
  }

  @Override
  public double value(int[] sample) {
    double sum = 0;
    for (int user : sample) {
      sum += values[user];
    }
    return sum / sample.length;
  }

  @Override
  public Estimate estimate(Bootstrap bootstrap) {
    double mean = value();
    double squares = 0;
    for (int user = 0; user < users; user++) {
      squares += (values[user] - mean) * (values[user] - mean);
    }
    return new Estimate(mean, users < 2 ? Double.NaN : Math.sqrt(squares / (users - 1.0) / users));
  }
}
