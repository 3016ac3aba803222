package dev.kindred.benchmarks.accuracy;

import java.util.Locale;

/** What a model should score. */
sealed interface Expectation {
  String metric();

  /** The value to compare with. */
  double value();

  boolean met(double measured);

  /** What is expected, in words. */
  String text();

  /** The same algorithm's value in independent code, and how close ours must come. */
  record Reproduces(String metric, double value, double tolerance) implements Expectation {
    /** Values are compared as they are published: rounded. */
    private static final double ROUNDING = 5e-5;

    @Override
    public boolean met(double measured) {
      return Math.abs(measured - value) <= tolerance + ROUNDING;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "%.4f ± %.4f", value, tolerance);
    }
  }

  /** A goal. */
  record Reaches(String metric, double value) implements Expectation {
    @Override
    public boolean met(double measured) {
      return measured >= value;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "≥ %.4f", value);
    }
  }

  /** A goal for an error. */
  record AtMost(String metric, double value) implements Expectation {
    @Override
    public boolean met(double measured) {
      return measured <= value;
    }

    @Override
    public String text() {
      return String.format(Locale.ROOT, "≤ %.4f", value);
    }
  }
}
