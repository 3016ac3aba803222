package dev.kindred.tools.train.demand;

import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Run;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * Forward-decayed sums in log space (Cormode et al. 2009): {@code ln Σ w·e^{λt}} over an item's
 * events of positive strength w at t milliseconds. Dislikes are no demand.
 */
final class Demand {
  private Demand() {}

  static DemandModel train(Record trainer, Duration halfLife, Interactions data, Run run) {
    double rate = halfLife == null ? 0 : Math.log(2) / halfLife.toMillis();
    double[] demand = new double[data.items().size()];
    Arrays.fill(demand, Double.NEGATIVE_INFINITY);
    for (int user = 0; user < data.users().size(); user++) {
      for (int p = data.from(user); p < data.to(user); p++) {
        if (data.strength(p) > 0) {
          double term = DemandModel.term(data.strength(p), rate, data.time(p));
          demand[data.item(p)] = DemandModel.logSum(demand[data.item(p)], term);
        }
      }
    }
    Manifest manifest =
        Provenance.manifest("demand", trainer, run, data, Map.of(), DemandModel.fields(run.name()));
    return new DemandModel(manifest, data.items(), demand);
  }
}
