package dev.kindred.tools.train;

import java.time.Duration;
import java.util.Locale;

/** Ranges of hyper-parameters; the messages name the parameter, its value and the range. */
public final class Require {
  private Require() {}

  public static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%s must be %s to %s, was %s",
              name,
              text(least),
              text(most),
              text(value)));
    }
  }

  public static void atLeast(String name, double value, double least) {
    if (!(value >= least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s must be at least %s, was %s", name, text(least), text(value)));
    }
  }

  public static void above(String name, double value, double bound) {
    if (!(value > bound && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s must be above %s, was %s", name, text(bound), text(value)));
    }
  }

  /** Null, meaning never, is fine. */
  public static void positive(String name, Duration value) {
    if (value != null && (value.isZero() || value.isNegative())) {
      throw new IllegalArgumentException(name + " must be positive, was " + value);
    }
    that(
        value == null || value.compareTo(Duration.ofMillis(1)) >= 0,
        name + " must be at least a millisecond, was " + value);
  }

  /**
   * What a training has come to, such as its loss, must be a number.
   *
   * @param remedy what to do where it is not
   */
  public static void converging(String model, double figure, String remedy) {
    that(
        Double.isFinite(figure),
        "the training of model '" + model + "' diverged to " + figure + ": " + remedy);
  }

  public static void that(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
