package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/**
 * MovieLens 1M, full ranking. What is not as published was chosen on a random ninth of each user's
 * training items.
 */
final class Row3 {
  private static final Map<String, String> SOFTENED =
      Map.of(
          "regularization", "800",
          "user_exponent", "0.7",
          "frequency_exponent", "0.5",
          "popularity_exponent", "0.1");

  private Row3() {}

  static Row row() {
    String r = "recall@20";
    String n = "ndcg@20";
    return new Row(
        3,
        "MovieLens 1M as split by \"m1\", all items ranked",
        new Protocol.Split("ml-1m-m1", "train.txt", "test.txt"),
        r + "," + n,
        List.of(
            new Entry("popularity", "popularity", Map.of())
                .reproduces(r, 0.1160, 3e-4)
                .reproduces(n, 0.1176, 3e-4),
            new Entry("ease, λ = 500", "ease", Map.of("regularization", "500"))
                .reproduces(r, 0.2759, 3e-4)
                .reproduces(n, 0.2660, 3e-4),
            new Entry("ease, λ = 1000", "ease", Map.of("regularization", "1000"))
                .reproduces(r, 0.2755, 3e-4)
                .reproduces(n, 0.2674, 3e-4),
            new Entry("als, 64 factors", "als", Map.of("factors", "64")),
            new Entry("bpr, 64 factors", "bpr", Map.of("factors", "64")),
            new Entry("autorec, multinomial", "autorec", Map.of()),
            new Entry("ease, softened", "ease", SOFTENED).reaches(r, 0.284).reaches(n, 0.272)));
  }
}
