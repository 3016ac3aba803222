package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** MovieLens 1M, full ranking. */
final class Row3 {
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
                .reproduces(n, 0.2674, 3e-4)));
  }
}
