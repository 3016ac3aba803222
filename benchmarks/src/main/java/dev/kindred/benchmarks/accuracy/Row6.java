package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/** MovieLens 1M as a sequence, the last item among all. */
final class Row6 {
  static final Map<String, String> GRU =
      Map.of(
          "factors", "128",
          "dropout", "0.3",
          "learning_rate", "0.003",
          "loss", "sampled",
          "epochs", "8",
          "validation", "2000");

  private static final Map<String, String> SASREC =
      Map.of(
          "factors", "128",
          "dropout", "0.3",
          "learning_rate", "0.002",
          "loss", "sampled",
          "batch", "32",
          "epochs", "40",
          "validation", "2000");

  private Row6() {}

  static Row row() {
    String h = "hr@10";
    String n = "ndcg@10";
    return new Row(
        6,
        "MovieLens 1M, the last item of each sequence, all items ranked",
        new Sequences("ml-1m", "ml-1m_sas.txt", true),
        h + "," + n,
        List.of(
            new Entry("popularity", "popularity", Map.of())
                .reproduces(h, 0.0363, 2e-3)
                .reproduces(n, 0.0178, 2e-3),
            new Entry("ease, λ = 200", "ease", Map.of("regularization", "200"))
                .reproduces(h, 0.1101, 2e-3)
                .reproduces(n, 0.0536, 2e-3),
            new Entry("gru", "gru", GRU).reaches(h, 0.28).reaches(n, 0.16),
            new Entry("sasrec", "sasrec", SASREC).reaches(h, 0.316).reaches(n, 0.186)));
  }
}
