package dev.kindred.tools.train.demand;

import dev.kindred.data.Dataset;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.time.Duration;
import java.util.Objects;

/**
 * How much each item is asked for lately.
 *
 * @param half_life after which an event counts half
 */
public record Trend(Duration half_life) implements Trainer<DemandModel> {
  public static final Trend DEFAULT = new Trend(Duration.ofDays(7));

  public Trend {
    Require.positive("half_life", Objects.requireNonNull(half_life, "trend needs a half_life"));
  }

  @Override
  public DemandModel train(Dataset data, Run run) {
    return Demand.train(this, half_life, data.interactions(), run);
  }
}
