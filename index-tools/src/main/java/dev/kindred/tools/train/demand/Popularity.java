package dev.kindred.tools.train.demand;

import dev.kindred.data.Dataset;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.time.Duration;

/** How much each item was asked for, ever: {@link Demand} that does not fade. */
public record Popularity() implements Trainer<DemandModel> {
  public static final Popularity DEFAULT = new Popularity();

  private static final Duration NEVER = null;

  @Override
  public DemandModel train(Dataset data, Run run) {
    return Demand.train(this, NEVER, data.interactions(), run);
  }
}
