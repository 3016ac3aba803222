package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.model.DemandModel;
import java.time.Duration;

/** How much each item was asked for, ever: {@link Demand} that does not fade. */
record Popularity() implements Trainer<DemandModel> {
  static final Popularity DEFAULT = new Popularity();

  private static final Duration NEVER = null;

  @Override
  public DemandModel train(Dataset data, Run run) {
    return Demand.train(this, NEVER, data.interactions(), run);
  }
}
