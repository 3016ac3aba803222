package dev.kindred.benchmarks.trees;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Made-up judgments: signals of several scales, some missing, some often zero, and grades that
 * depend on them in a way that a sum does not express.
 *
 * @param values row by row
 * @param width signals a row
 * @param labels grades 0 to 2, one a row
 * @param groups rows a request
 */
record Rows(double[] values, int width, float[] labels, int[] groups) {
  private static final int GROUP = 20;

  static Rows of(int requests, int width, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int rows = requests * GROUP;
    double[] values = new double[rows * width];
    float[] labels = new float[rows];
    for (int row = 0; row < rows; row++) {
      double grade = random.nextDouble();
      for (int signal = 0; signal < width; signal++) {
        double value = value(signal, random);
        values[row * width + signal] = value;
        grade += Double.isNaN(value) ? 0.2 : effect(signal, value, values[row * width]);
      }
      labels[row] = grade > 1.9 ? 2 : grade > 1.2 ? 1 : 0;
    }
    int[] groups = new int[requests];
    Arrays.fill(groups, GROUP);
    return new Rows(values, width, labels, groups);
  }

  private static double value(int signal, SplittableRandom random) {
    double value = random.nextDouble() * 2 - 1;
    return switch (signal % 4) {
      case 1 -> random.nextInt(4) == 0 ? Double.NaN : value * 30;
      case 2 -> random.nextInt(3) == 0 ? 0 : value;
      case 3 -> Math.rint(value * 5);
      default -> value;
    };
  }

  private static double effect(int signal, double value, double first) {
    return switch (signal % 4) {
      case 1 -> first > 0 ? value / 40 : 0;
      case 2 -> value == 0 ? 0.5 : 0.3 * value;
      case 3 -> Math.abs(value) > 3 ? 0.3 : 0;
      default -> value / (1 + signal);
    };
  }

  int size() {
    return labels.length;
  }

  double[] row(int row) {
    return Arrays.copyOfRange(values, row * width, (row + 1) * width);
  }

  float[] floats() {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}
