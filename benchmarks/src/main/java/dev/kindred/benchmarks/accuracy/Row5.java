package dev.kindred.benchmarks.accuracy;

import java.util.List;
import java.util.Map;

/**
 * MovieLens 1M, the last item among sampled negatives. What is not as published was chosen on the
 * last training item of each user.
 */
final class Row5 {
  private static final Map<String, String> SOFTENED =
      Map.of("regularization", "800", "user_exponent", "0.5", "frequency_exponent", "0.5");

  private static final Map<String, String> SASREC =
      Map.of(
          "loss", "sampled",
          "batch", "32",
          "learning_rate", "0.003",
          "epochs", "25",
          "validation", "2000");

  private Row5() {}

  /**
   * Rendle et al. (2021) for these data; in their terms an unobserved pair weighs 1/α of an
   * observed one.
   */
  private static Map<String, String> als(int factors, String alpha) {
    return Map.of(
        "factors",
        Integer.toString(factors),
        "alpha",
        alpha,
        "regularization",
        "0.007",
        "iterations",
        "12");
  }

  static Row row() {
    String h = "hr@10";
    String n = "ndcg@10";
    Protocol.Candidates ncf =
        new Protocol.Candidates("ml-1m/ncf", "ml-1m.train.pairs.tsv", "ml-1m.test.negative");
    return new Row(
        5,
        "MovieLens 1M as split by NCF, the last item among 99 negatives",
        ncf,
        h + "," + n,
        List.of(
            new Entry("popularity", "popularity", Map.of())
                .reproduces(h, 0.4531, 1e-3)
                .reproduces(n, 0.2541, 1e-3),
            new Entry(
                    "itemknn, cosine, K = 50",
                    "itemknn",
                    Map.of("neighbours", "50", "side", "history"))
                .reproduces(h, 0.6070, 2e-3)
                .reproduces(n, 0.3555, 2e-3),
            new Entry("ease, λ = 800", "ease", Map.of("regularization", "800"))
                .reproduces(h, 0.7174, 1e-3)
                .reproduces(n, 0.4521, 1e-3),
            new Entry("als, 64 factors", "als", als(64, "5")).reaches(h, 0.7253).reaches(n, 0.4471),
            new Entry("als, 128 factors", "als", als(128, "3.33"))
                .reaches(h, 0.7276)
                .reaches(n, 0.4522),
            new Entry("neumf", "neumf", Map.of("validation", "0"))
                .reaches(h, 0.7093)
                .reaches(n, 0.4349),
            new Entry("bpr, 64 factors", "bpr", Map.of("factors", "64")),
            new Entry("ease, softened", "ease", SOFTENED),
            new Entry("als, 128 factors, and ease", "als", als(128, "3.33"))
                .and("ease", SOFTENED, 1)
                .reaches(h, 0.735)
                .reaches(n, 0.460),
            new Entry("sasrec, in the order of time", "sasrec", SASREC)
                .on(new NcfInOrder(ncf))
                .reaches(h, 0.735)
                .reaches(n, 0.460)));
  }
}
