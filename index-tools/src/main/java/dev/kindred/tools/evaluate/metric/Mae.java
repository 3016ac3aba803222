package dev.kindred.tools.evaluate.metric;

/** The mean absolute error over all ratings, in stars: {@code Σ |e| / n}. */
record Mae() implements RatingMetric {
  @Override
  public String name() {
    return "mae";
  }

  @Override
  public double loss(double error) {
    return Math.abs(error);
  }

  @Override
  public double value(double meanLoss) {
    return meanLoss;
  }
}
