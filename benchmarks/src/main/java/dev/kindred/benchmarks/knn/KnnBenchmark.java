package dev.kindred.benchmarks.knn;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.data.Dataset;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.IOUtils;

/**
 * NDCG@10 of the held-out last items, by walks through the graph of different depths against the
 * scan of all vectors.
 *
 * @param seed of the trainings
 * @param log is told what is going on
 */
record KnnBenchmark(long seed, Consumer<String> log) {
  private static final int[] DEPTHS = {10, 20, 50, 100, 200, 500};

  /** What a walk must keep of the scan's NDCG@10. */
  private static final double BAR = 0.99;

  /** A list's merit, how much of the scan's list is in it, and its time. */
  private static final class Tally {
    private final Sample micros = new Sample();
    private double gain;
    private double shared;

    void add(String[] list, String[] exact, String answer, double seconds) {
      int place = Arrays.asList(list).indexOf(answer);
      gain += place < 0 ? 0 : Math.log(2) / Math.log(place + 2);
      List<String> right = Arrays.asList(exact);
      shared += (double) Arrays.stream(list).filter(right::contains).count() / right.size();
      micros.add(seconds * 1e6);
    }
  }

  /** The page's only table. */
  static void head(Page page) {
    page.table(
        "model",
        "depth",
        "NDCG@10",
        "of the scan's",
        "bar",
        "of the scan's ten",
        "median µs",
        "scan's median µs");
  }

  /** Trains the model, and adds its lines to the page. */
  void run(Page page, LastItems data, String algorithm, Map<String, String> parameters)
      throws Exception {
    log.accept(algorithm + ": training");
    List<Item> items =
        data.train().items().ids().stream().map(id -> new Item(id, Map.of())).toList();
    Run run = new Run(algorithm, "benchmark", seed, 1, Progress.NONE);
    Model model =
        Trainers.create(algorithm, parameters).train(new Dataset(data.train(), items), run);
    log.accept(algorithm + ": asking");
    Path folder = Files.createTempDirectory("kindred-bench-knn");
    try (Vectors vectors = Vectors.write(folder, model, items)) {
      ask(page, algorithm, model, data, vectors);
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void ask(Page page, String algorithm, Model model, LastItems data, Vectors vectors)
      throws Exception {
    // Once without counting: what comes first would pay for the compiler.
    measure(model, data, vectors);
    Tally[] tallies = measure(model, data, vectors);
    Tally scan = tallies[DEPTHS.length];
    int users = data.users().size();
    for (int d = 0; d < DEPTHS.length; d++) {
      Tally walk = tallies[d];
      double kept = walk.gain / scan.gain;
      page.row(
          algorithm,
          number(DEPTHS[d], 0),
          number(walk.gain / users, 4),
          number(kept, 4),
          Page.verdict(kept >= BAR),
          number(walk.shared / users, 4),
          number(walk.micros.median(), 0),
          number(scan.micros.median(), 0));
    }
  }

  /** One tally a depth, and behind them that of the scan. */
  private static Tally[] measure(Model model, LastItems data, Vectors vectors) throws Exception {
    Tally[] tallies = new Tally[DEPTHS.length + 1];
    Arrays.setAll(tallies, i -> new Tally());
    for (int u = 0; u < data.users().size(); u++) {
      Encoding.Dense user = encode(model, data, u);
      Query filter = Vectors.unseen(data.users().get(u));
      String answer = data.answers().get(u);
      long start = Clock.THREAD.now();
      String[] exact = vectors.scan(user, filter);
      tallies[DEPTHS.length].add(exact, exact, answer, (Clock.THREAD.now() - start) / 1e9);
      for (int d = 0; d < DEPTHS.length; d++) {
        start = Clock.THREAD.now();
        String[] list = vectors.walk(user, filter, DEPTHS[d]);
        tallies[d].add(list, exact, answer, (Clock.THREAD.now() - start) / 1e9);
      }
    }
    return tallies;
  }

  private static Encoding.Dense encode(Model model, LastItems data, int user) throws IOException {
    Situation now =
        new Situation(Instant.EPOCH, Map.of(), "", EventWeights.EQUAL, id -> Optional.empty());
    if (model.encode(data.users().get(user), now) instanceof Encoding.Dense dense) {
      return dense;
    }
    throw new IllegalArgumentException(model.manifest().name() + " gives users no vector");
  }
}
