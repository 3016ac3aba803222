package dev.kindred.tools.evaluate.metric;

/**
 * A measure of recommendation lists. Implementations are immutable records whose component is the
 * cut-off; obtain them from {@link Metrics#parse}.
 */
public interface Metric {
  /** As it is asked for and reported, such as {@code ndcg@10}. */
  String name();

  /** The cut-off: how many ranks of a list are read, at least 1. */
  int k();

  /**
   * Begins to measure one run.
   *
   * @throws IllegalArgumentException when the catalogue lacks what the metric needs
   */
  Tally start(CatalogueStats catalogue);
}
