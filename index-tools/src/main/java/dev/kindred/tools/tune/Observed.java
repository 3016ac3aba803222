package dev.kindred.tools.tune;

import java.util.Arrays;

/**
 * What one signal said of one request's candidates.
 *
 * @param values of the candidates that have one, a spread-out selection when there are many
 * @param best the largest values, ascending, at most {@value #BEST}
 * @param dense whether a candidate without a value is unknown rather than zero
 */
record Observed(double[] values, double[] best, boolean dense) {
  private static final int BEST = 50;
  private static final int MOST = 1000;

  /**
   * @param row one raw value a candidate, NaN for none; is sorted in place
   */
  static Observed of(double[] row, boolean dense) {
    Arrays.sort(row);
    int count = row.length;
    while (count > 0 && Double.isNaN(row[count - 1])) {
      count--;
    }
    double[] values = new double[Math.min(count, MOST)];
    for (int i = 0; i < values.length; i++) {
      values[i] = row[(int) ((long) i * count / values.length)];
    }
    return new Observed(values, Arrays.copyOfRange(row, Math.max(0, count - BEST), count), dense);
  }
}
