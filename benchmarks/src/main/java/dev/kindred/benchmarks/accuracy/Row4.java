package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/**
 * Gowalla, full ranking. What is not as published was chosen by training without the validation
 * file and asking every twentieth user for it.
 */
final class Row4 {
  private static final Map<String, String> SHARPENED =
      Map.of("neighbours", "0", "factors", "512", "sharpening", "1");

  private static final Map<String, String> ALS =
      Map.of("factors", "128", "alpha", "60", "regularization", "0.003", "iterations", "8");

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
            new Entry("gfcf, 512 factors, sharpened", "gfcf", SHARPENED)
                .reaches(r, 0.1880)
                .reaches(n, 0.1585),
            new Entry("gfcf, sharpened, and als", "gfcf", SHARPENED)
                .and("als", ALS, 0.1)
                .reaches(r, 0.1880)
                .reaches(n, 0.1585)));
  }
}
