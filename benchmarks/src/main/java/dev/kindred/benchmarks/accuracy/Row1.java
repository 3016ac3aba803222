package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** MovieLens 100K, the five official folds. */
final class Row1 {
  private Row1() {}

  static Row row() {
    String r = "rmse";
    return new Row(
        1,
        "MovieLens 100K, official folds u1 to u5, ratings pooled within a fold",
        new Protocol.Ratings("ml-100k", List.of("u1", "u2", "u3", "u4", "u5")),
        r + ",mae",
        List.of(
            new Entry("bias", "bias", Map.of()).reproduces(r, 0.9457, 1e-3),
            new Entry(
                    "userknn, msd, beside baselines",
                    "userknn",
                    Map.of("neighbours", "40", "similarity", "msd", "baseline", "true"))
                .reproduces(r, 0.9323, 2e-3),
            new Entry(
                "autorec, items' rows",
                "autorec",
                Map.of(
                    "loss", "stars",
                    "side", "item",
                    "factors", "100",
                    "regularization", "120",
                    "learning_rate", "0.003",
                    "epochs", "60")),
            new Entry("mf", "mf", Map.of()).atMost(r, 0.930),
            new Entry("svdpp", "svdpp", Map.of()).atMost(r, 0.914),
            new Entry("fm", "fm", Map.of()).atMost(r, 0.905)));
  }
}
