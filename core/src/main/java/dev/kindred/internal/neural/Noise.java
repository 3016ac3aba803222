package dev.kindred.internal.neural;

/** What disturbs activations in training: dropout. */
@FunctionalInterface
public interface Noise {
  /** None: serving. */
  Noise NONE = (site, row, x, xo, n) -> {};

  /**
   * Disturbs one row, or its gradient: both alike, so calling twice with the same place gives the
   * same factors.
   *
   * @param site which of the network's places
   * @param row which row of the whole batch
   */
  void apply(int site, long row, float[] x, int xo, int n);
}
