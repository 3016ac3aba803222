package dev.kindred.tools.chart;

/**
 * A curve. Immutable; callers leave the arrays alone.
 *
 * @param name in the legend
 * @param x rising
 * @param y finite, as many as {@code x}
 * @param errors half the height of a band around the curve, as many, finite; null for no band
 */
public record Series(String name, double[] x, double[] y, double[] errors) {
  public Series {
    boolean banded = errors == null || errors.length == x.length;
    if (x.length != y.length || x.length == 0 || !banded) {
      throw new IllegalArgumentException(
          "'" + name + "' needs as many values as places, and at least one");
    }
    for (int i = 0; i < x.length; i++) {
      double error = errors == null ? 0 : errors[i];
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i]) || !Double.isFinite(error)) {
        throw new IllegalArgumentException(
            "'"
                + name
                + "' is not finite at point "
                + i
                + ": "
                + x[i]
                + ", "
                + y[i]
                + " ± "
                + error);
      }
    }
  }
}
