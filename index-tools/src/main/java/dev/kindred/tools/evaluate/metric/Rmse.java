package dev.kindred.tools.evaluate.metric;

/** The root of the mean squared error over all ratings, in stars: {@code √(Σ e² / n)}. */
record Rmse() implements RatingMetric {
  @Override
  public String name() {
    return "rmse";
  }

  @Override
  public double loss(double error) {
    return error * error;
  }

  @Override
  public double value(double meanLoss) {
    return Math.sqrt(meanLoss);
  }
}
