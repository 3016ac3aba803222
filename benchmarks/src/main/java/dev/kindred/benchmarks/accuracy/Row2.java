package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** MovieLens 100K, the third official fold. */
final class Row2 {
  private Row2() {}

  static Row row() {
    String r = "rmse";
    return new Row(
        2,
        "MovieLens 100K, official fold u3",
        new Protocol.Ratings("ml-100k", List.of("u3")),
        r + ",mae",
        List.of(
            new Entry("bias", "bias", Map.of()),
            new Entry("fm, ids only", "fm", Map.of("implicit", "false", "attributes", "false"))
                .atMost(r, 0.890),
            new Entry(
                    "fm, ids only, ordinal",
                    "fm",
                    Map.of(
                        "implicit", "false",
                        "attributes", "false",
                        "ordinal", "true",
                        "samples", "100",
                        "iterations", "400"))
                .atMost(r, 0.890),
            new Entry("fm, and who rated what", "fm", Map.of("attributes", "false"))
                .atMost(r, 0.890),
            new Entry(
                    "fm, ordinal, and genres, age, gender, occupation, postcode",
                    "fm",
                    Map.of("ordinal", "true", "fields", "genres"))
                .atMost(r, 0.880)));
  }
}
