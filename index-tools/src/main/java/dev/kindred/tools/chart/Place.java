package dev.kindred.tools.chart;

/**
 * A named point with how sure it is. Immutable.
 *
 * @param name beside the point
 * @param x finite
 * @param y finite; ignored where only one direction is drawn
 * @param spread half the width of the interval around {@code x}; NaN or 0 for none
 */
public record Place(String name, double x, double y, double spread) {
  public Place {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("'" + name + "' is not finite: " + x + ", " + y);
    }
  }

  double reach() {
    return Double.isFinite(spread) ? spread : 0;
  }
}
