package dev.kindred.tools.evaluate.metric;

/** A metric of accuracy: the mean over users of what each list is worth, in 0..1. */
interface UserMetric extends Metric, MeanTally.UserValue {
  @Override
  default Tally start(CatalogueStats catalogue) {
    return new MeanTally(k(), this);
  }
}
