package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** Gowalla, full ranking. */
final class Row4 {
  private Row4() {}

  static Row row() {
    String r = "recall@20";
    String n = "ndcg@20";
    return new Row(
        4,
        "Gowalla as split by LightGCN, all items ranked",
        new Gowalla(),
        r + "," + n,
        List.of(
            new Entry("gfcf, as published", "gfcf", Map.of("neighbours", "0", "iterations", "60"))
                .reproduces(r, 0.1849, 0)
                .reproduces(n, 0.1518, 0),
            new Entry(
                    "gfcf, 512 factors, sharpened",
                    "gfcf",
                    Map.of("neighbours", "0", "factors", "512", "sharpening", "1"))
                .reaches(r, 0.1880)
                .reaches(n, 0.1585)));
  }
}
