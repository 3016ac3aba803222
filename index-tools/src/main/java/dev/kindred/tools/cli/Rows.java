package dev.kindred.tools.cli;

import java.util.List;
import java.util.Map;

/** The protocols of the published comparisons that can be run here. */
final class Rows {
  private Rows() {}

  /**
   * One published comparison.
   *
   * @param number as in the table of results
   * @param title data and protocol
   * @param train the training file, below the data folder
   * @param test the test file
   * @param negatives the file of candidates; null ranks everything
   * @param metrics what is measured
   * @param contestants models with the parameters of the protocol
   * @param anchors published figures to compare with
   */
  record Row(
      int number,
      String title,
      String train,
      String test,
      String negatives,
      String metrics,
      List<Contestant> contestants,
      List<String> anchors) {}

  static final List<Row> ALL =
      List.of(
          new Row(
              3,
              "ml-1m-m1, given split, full ranking, training items masked",
              "ml-1m-m1/train.txt",
              "ml-1m-m1/test.txt",
              null,
              "recall@20,ndcg@20",
              List.of(
                  of("popularity"),
                  of("ease λ=500", "ease", "regularization", "500"),
                  of("ease λ=1000", "ease", "regularization", "1000"),
                  of("itemknn"),
                  of("als")),
              List.of(
                  "popularity .1160 / .1176, EASE λ=500 .2759 / .2660, λ=1000 .2755 / .2674, each"
                      + " ±.0003, measured with independent code",
                  "SimpleX .2802 / .2670, UltraGCN .2787 / .2642, LightGCN .2576 / .2427, as"
                      + " published")),
          new Row(
              5,
              "ml-1m NCF leave-one-out, the held-out item among 99 negatives",
              "ml-1m/ncf/ml-1m.train.pairs.tsv",
              "ml-1m/ncf/ml-1m.test.rating",
              "ml-1m/ncf/ml-1m.test.negative",
              "hr@10,ndcg@10",
              List.of(
                  of("popularity"),
                  of(
                      "itemknn cosine K=50",
                      "itemknn",
                      "neighbours",
                      "50",
                      "similarity",
                      "cosine",
                      "side",
                      "history"),
                  of("ease λ=800", "ease", "regularization", "800"),
                  of("als d=128", "als", "factors", "128")),
              List.of(
                  "popularity .4531 / .2541, item-kNN cosine K=50 .6070 / .3555 ±.002, EASE λ=800"
                      + " .7174 / .4521 ±.001, iALS d=128 .7276 / .4522, measured with independent"
                      + " code",
                  "NeuMF .726 / .445, as published")));

  private static Contestant of(String algorithm) {
    return new Contestant(algorithm, algorithm, Map.of());
  }

  private static Contestant of(String label, String algorithm, String... parameters) {
    Map<String, String> named = new java.util.TreeMap<>();
    for (int i = 0; i < parameters.length; i += 2) {
      named.put(parameters[i], parameters[i + 1]);
    }
    return new Contestant(label, algorithm, named);
  }
}
