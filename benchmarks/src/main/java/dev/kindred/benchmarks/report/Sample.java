package dev.kindred.benchmarks.report;

import java.util.Arrays;

/** Repeated measurements of one thing. Not thread-safe. */
public final class Sample {
  private double[] values = new double[16];
  private int size;

  public Sample add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
    return this;
  }

  /** The value that was added at that place, from 0. */
  public double get(int place) {
    return values[place];
  }

  public int size() {
    return size;
  }

  public double median() {
    return quantile(0.5);
  }

  public double least() {
    return quantile(0);
  }

  /**
   * The value below which that share of the sample lies, interpolated; NaN when it is empty.
   *
   * @param share 0 to 1
   */
  public double quantile(double share) {
    if (size == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(values, size);
    Arrays.sort(sorted);
    double at = share * (size - 1);
    int below = (int) at;
    int above = Math.min(below + 1, size - 1);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }

  /** The median of this sample's values divided by the other's, measured side by side. */
  public double medianRatio(Sample other) {
    Sample ratios = new Sample();
    for (int i = 0; i < Math.min(size, other.size); i++) {
      ratios.add(values[i] / other.values[i]);
    }
    return ratios.median();
  }
}
