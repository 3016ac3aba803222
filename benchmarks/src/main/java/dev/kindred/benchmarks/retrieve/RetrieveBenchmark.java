package dev.kindred.benchmarks.retrieve;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Measures the retrieval of related items.
 *
 * @param sizes numbers of items
 * @param neighbours related items of each item
 * @param queries histories of each length, after as many of warming up
 * @param seed of the items and the histories
 * @param log is told what is going on
 */
record RetrieveBenchmark(
    List<Integer> sizes, int neighbours, int queries, long seed, Consumer<String> log) {
  private static final List<Integer> LENGTHS = List.of(5, 50, 500);
  private static final int DEPTH = 500;

  /** One way of finding the best. */
  private interface Way {
    float[] of(Map<String, Float> history) throws IOException;
  }

  /** Adds what it measures to the page. */
  void run(Page page) throws Exception {
    page.paragraph(
        String.format(
            Locale.ROOT,
            "The best %d of items related to a history, by the terms that item-kNN, EASE and CCO"
                + " models write: %d related items each, four in five of the item's own cluster,"
                + " popular ones more often. CPU time of one thread over %d histories, after as"
                + " many of warming up. *Skipping* is the disjunction as the retriever"
                + " searches it when it does not add up; *exhaustive* scores every hit of it;"
                + " *adding up* sums every posting into an array, as the retriever does where it"
                + " pays. The best scores of the three were compared and agree for every history.",
            DEPTH,
            neighbours,
            queries));
    page.table(
        "items, order of documents",
        "history",
        "postings",
        "skipping p50 ms",
        "p99",
        "exhaustive p50 ms",
        "p99",
        "adding up p50 ms",
        "p99");
    for (int items : sizes) {
      RelatedWorld world = new RelatedWorld(items, neighbours, seed);
      measure(page, world, "shuffled", world.shuffled());
      measure(page, world, "by cluster", world.clustered());
    }
  }

  private void measure(Page page, RelatedWorld world, String name, int[] order) throws Exception {
    Path folder = Files.createTempDirectory("kindred-bench-retrieve");
    try (Directory directory = new MMapDirectory(folder)) {
      log.accept(String.format(Locale.ROOT, "writing %,d items, %s", world.items(), name));
      world.write(directory, order);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        for (int length : LENGTHS) {
          log.accept("histories of " + length);
          measure(page, world, name, new IndexSearcher(reader), length);
        }
      }
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void measure(
      Page page, RelatedWorld world, String name, IndexSearcher searcher, int length)
      throws Exception {
    Ways ways = new Ways(searcher, DEPTH);
    Map<Way, Sample> millis = new LinkedHashMap<>();
    for (Way way : List.<Way>of(ways::skipping, ways::exhaustive, ways::addingUp)) {
      millis.put(way, new Sample());
    }
    SplittableRandom random = new SplittableRandom(seed + length);
    Sample postings = new Sample();
    for (int query = -queries; query < queries; query++) {
      Map<String, Float> history = world.history(length, random);
      postings.add(ways.postings(history));
      ask(millis, history, query >= 0);
    }
    List<String> cells = new ArrayList<>();
    cells.add(String.format(Locale.ROOT, "%,d, %s", world.items(), name));
    cells.add(Integer.toString(length));
    cells.add(number(postings.median(), 0));
    for (Sample sample : millis.values()) {
      cells.add(number(sample.median(), 2));
      cells.add(number(sample.quantile(0.99), 2));
    }
    page.row(cells.toArray(String[]::new));
  }

  private static void ask(Map<Way, Sample> millis, Map<String, Float> history, boolean counts)
      throws Exception {
    float[] first = null;
    for (Map.Entry<Way, Sample> way : millis.entrySet()) {
      float[][] answer = new float[1][];
      double seconds = Clock.THREAD.seconds(() -> answer[0] = way.getKey().of(history));
      if (counts) {
        way.getValue().add(seconds * 1e3);
      }
      if (first != null && !Ways.agree(first, answer[0])) {
        throw new IllegalStateException("two ways of one retrieval disagree; one is wrong");
      }
      first = answer[0];
    }
  }
}
