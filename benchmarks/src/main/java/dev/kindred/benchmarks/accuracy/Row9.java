package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** CiteULike, the held-out article among given others. */
final class Row9 {
  private Row9() {}

  static Row row() {
    String h = "hr@10";
    String n = "ndcg@10";
    Map<String, String> published = Map.of("neighbours", "800", "alpha", "0.74", "beta", "0.126");
    return new Row(
        9,
        "CiteULike-a as split by CMN, the held-out article among 100 others",
        new CiteULike.Cmn(false),
        h + "," + n,
        List.of(
            new Entry("rp3beta, as published, less the validation article", "rp3beta", published)
                .on(new CiteULike.Cmn(true))
                .reproduces(h, 0.8941, 2e-3)
                .reproduces(n, 0.7347, 2e-3),
            new Entry("rp3beta, as published, all of train", "rp3beta", published),
            new Entry(
                    "rp3beta, chosen on a carve-out",
                    "rp3beta",
                    Map.of("neighbours", "3000", "alpha", "0.74", "beta", "0.4"))
                .reaches(h, 0.900)
                .reaches(n, 0.742)));
  }
}
