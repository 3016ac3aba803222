package dev.kindred.tools.evaluate.metric;

/**
 * A measure of predicted ratings. Implementations are immutable records without components; obtain
 * them from {@link RatingMetrics}.
 */
public interface RatingMetric {
  /** As it is asked for and reported, such as {@code rmse}. */
  String name();

  /** What one error counts, at least 0. */
  double loss(double error);

  /** The value of a mean loss. */
  double value(double meanLoss);

  /** Begins to measure one run. */
  default RatingTally start() {
    return new RatingTally(this);
  }
}
