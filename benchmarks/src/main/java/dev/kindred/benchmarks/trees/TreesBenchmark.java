package dev.kindred.benchmarks.trees;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.rank.combine.trees.Forest;
import dev.kindred.rank.combine.trees.TreeFiles;
import java.util.List;

/**
 * Tree evaluations a second on one thread, ours and the library's own prediction of one row at a
 * time, on one model of each library; and the bytes that ours allocates.
 */
final class TreesBenchmark {
  private static final int WIDTH = 8;
  private static final int TREES = 100;
  private static final int LEAVES = 31;
  private static final int DEPTH = 6;
  private static final int REQUESTS = 500;
  private static final int ROUNDS = 15;
  private static final double BAR = 2e6;

  /** Rows of a round of a library, whose call for one row costs much more than the trees. */
  private static final int FEW = 2000;

  private double sink;

  void run(Page page, long seed) throws Exception {
    Rows rows = Rows.of(REQUESTS, WIDTH, seed);
    String shape = "objective=lambdarank num_leaves=" + LEAVES;
    List<Trained> models =
        List.of(
            Trained.lightGbm(rows, shape, TREES),
            Trained.xgboost(Rows.of(REQUESTS, WIDTH, seed), "rank:ndcg", DEPTH, TREES),
            Trained.rankLib(Rows.of(REQUESTS / 10, WIDTH, seed), LEAVES, TREES));
    page.paragraph(
            String.format(
                java.util.Locale.ROOT,
                "%d trees of up to %d leaves over %d signals, %,d rows one after another; CPU time"
                    + " of one thread, median of %d rounds taken in turns. The bar is 2 million"
                    + " tree evaluations a second and no allocation.",
                TREES,
                LEAVES,
                WIDTH,
                rows.size(),
                ROUNDS))
        .table(
            "model of",
            "questions",
            "ours, M trees/s",
            "library, M trees/s",
            "ours / library",
            "bytes a row",
            "largest difference",
            "bar");
    for (Trained model : models) {
      measure(page, model, rows);
    }
    page.paragraph(
        "The library is asked through its binding for one row, as a search would have to ask it: its"
            + " time is that of the call, of the copies the call makes, and of the trees. RankLib's"
            + " points are made of text, and reading that is part of its time.");
  }

  private void measure(Page page, Trained model, Rows rows) throws Exception {
    Forest forest = TreeFiles.parse(model.library(), model.text()).forest();
    double[][] all = new double[rows.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = rows.row(i);
    }
    double largest = 0;
    for (int i = 0; i < FEW; i++) {
      double difference = forest.predict(all[i]) - model.judge().predict(all[i]);
      largest = Math.max(largest, Math.abs(difference));
    }
    Sample ours = new Sample();
    Sample theirs = new Sample();
    long bytes = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = Clock.allocated();
      double seconds = Clock.THREAD.seconds(() -> judge(forest, all));
      bytes = Math.min(bytes, Clock.allocated() - before);
      ours.add((double) all.length * TREES / seconds / 1e6);
      double library = Clock.THREAD.seconds(() -> judge(model, all));
      theirs.add((double) FEW * TREES / library / 1e6);
    }
    page.row(
        model.library(),
        number(forest.size(), 0),
        number(ours.median(), 1),
        number(theirs.median(), 2),
        number(ours.medianRatio(theirs), 1),
        number(Math.floor((double) bytes / all.length), 0),
        String.format(java.util.Locale.ROOT, "%.1e", largest),
        Page.verdict(ours.median() * 1e6 >= BAR && bytes < all.length && largest <= 1e-6));
  }

  private void judge(Forest forest, double[][] rows) {
    double sum = 0;
    for (double[] row : rows) {
      sum += forest.predict(row);
    }
    sink += sum;
  }

  private void judge(Trained model, double[][] rows) throws Exception {
    double sum = 0;
    for (int i = 0; i < FEW; i++) {
      sum += model.judge().predict(rows[i]);
    }
    sink += sum;
  }
}
