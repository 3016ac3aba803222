package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.model.DemandModel;
import java.time.Duration;
import java.util.Objects;

/**
 * How much each item is asked for lately.
 *
 * @param half_life after which an event counts half
 */
record Trend(Duration half_life) implements Trainer<DemandModel> {
  static final Trend DEFAULT = new Trend(Duration.ofDays(7));

  Trend {
    Require.positive("half_life", Objects.requireNonNull(half_life, "trend needs a half_life"));
  }

  @Override
  public DemandModel train(Dataset data, Run run) {
    return Demand.train(this, half_life, data.interactions(), run);
  }
}
