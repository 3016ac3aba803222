package dev.kindred.tools.tune.weights;

/** A way of searching for weights; of those that do equally well the first. */
enum Way {
  /** {@link CoordinateAscent} on the metric. */
  ASCENT("ascent"),
  /** {@link Listwise} with normalisers as they are. */
  LISTWISE("listwise"),
  /** {@link Listwise} with normalisers so wide that they are nearly linear. */
  WIDE("listwise, wide");

  private final String label;

  Way(String label) {
    this.label = label;
  }

  /** In reports. */
  String label() {
    return label;
  }
}
