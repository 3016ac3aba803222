package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.data.Item;
import dev.kindred.internal.registry.Registry;
import dev.kindred.tools.chart.LineChart;
import dev.kindred.tools.chart.Series;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.metric.ItemSimilarity;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.rehearse.IndexFolder;
import dev.kindred.tools.rehearse.Rehearsal;
import dev.kindred.tools.rehearse.Tradeoff;
import dev.kindred.tools.rehearse.Tradeoff.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Option;

/** Curves of accuracy against variety. */
final class TradeoffOptions {
  @Option(
      names = "--tradeoff",
      paramLabel = "WHAT",
      description =
          "With --index: measure one profile with rising strength of diversity (arrangers) or"
              + " popularity (a weight below zero).")
  private String against;

  @Option(
      names = "--chart",
      paramLabel = "FILE",
      description = "With --tradeoff: also draw the curves, as a web page.")
  Path chart;

  boolean wanted() {
    return against != null;
  }

  /**
   * @throws IllegalArgumentException naming what is known
   */
  private Tradeoff.Against kind() {
    return new Registry<>(
            "tradeoff",
            Map.of(
                "diversity", Tradeoff.Against.DIVERSITY,
                "popularity", Tradeoff.Against.POPULARITY))
        .get(against);
  }

  /**
   * Measures one profile of an index as it is.
   *
   * @throws IllegalArgumentException when there is nothing to vary
   */
  List<Point> measure(Path index, String name, Task task, List<Metric> metrics, Setup setup)
      throws IOException {
    Path scratch = Files.createTempDirectory("kindred-tradeoff");
    try (IndexFolder folder = IndexFolder.open(index);
        Rehearsal served = Rehearsal.asTrained(folder, setup.of(folder), task.train(), scratch)) {
      List<String> keywords = folder.schema().keywords();
      Evaluator evaluator =
          new Evaluator(metrics)
              .threads(setup.globals.threads())
              .similarity(similarity(folder.items(), keywords))
              .progress((done, total) -> setup.progress.update("evaluate " + name, done, total));
      Profile profile = new Registry<>("profile", folder.profiles().byName()).get(name);
      return new Tradeoff(served, task, evaluator).measure(profile, kind(), keywords);
    } finally {
      IOUtils.rm(scratch);
    }
  }

  /** What the command lends. */
  record Setup(Globals globals, Instant now, Progress progress) {
    private Rehearsal.Setting of(IndexFolder folder) {
      return new Rehearsal.Setting(
          folder.schema(),
          List.of(),
          List.of(),
          Map.of(),
          now,
          globals.seed(),
          globals.threads(),
          model -> dev.kindred.tools.train.Progress.NONE);
    }
  }

  private static ItemSimilarity similarity(List<Item> items, List<String> keywords) {
    Map<String, Set<String>> byItem = new HashMap<>();
    for (Item item : items) {
      Set<String> values = new HashSet<>();
      keywords.forEach(field -> item.values(field).forEach(v -> values.add(field + "=" + v)));
      byItem.put(item.id(), values);
    }
    return ItemSimilarity.jaccard(id -> byItem.getOrDefault(id, Set.of()));
  }

  /** The first metric against each of the others. */
  void draw(List<Metric> metrics, List<Point> points) throws IOException {
    if (chart == null) {
      return;
    }
    String accuracy = metrics.getFirst().name();
    StringBuilder page = new StringBuilder("<!doctype html>\n<meta charset=\"utf-8\">\n");
    for (Metric other : metrics.subList(1, metrics.size())) {
      page.append(chart(accuracy, other.name(), points).svg()).append('\n');
    }
    Files.writeString(chart, page);
  }

  static LineChart chart(String accuracy, String variety, List<Point> points) {
    Map<String, List<Point>> ways = new LinkedHashMap<>();
    points.forEach(p -> ways.computeIfAbsent(p.way(), way -> new ArrayList<>()).add(p));
    List<Series> series = new ArrayList<>();
    ways.forEach(
        (way, own) -> {
          List<Point> sorted =
              own.stream().sorted(Comparator.comparingDouble(p -> value(p, variety))).toList();
          series.add(
              new Series(
                  way,
                  sorted.stream().mapToDouble(p -> value(p, variety)).toArray(),
                  sorted.stream().mapToDouble(p -> value(p, accuracy)).toArray(),
                  null));
        });
    return new LineChart(accuracy + " against " + variety, variety, accuracy, series);
  }

  private static double value(Point point, String metric) {
    return point.result().metrics().get(metric).value();
  }

  static String text(List<Metric> metrics, List<Point> points) {
    StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-24s %8s", "", "strength"));
    metrics.forEach(m -> text.append(String.format(Locale.ROOT, "  %12s", m.name())));
    text.append('\n');
    for (Point point : points) {
      text.append(String.format(Locale.ROOT, "%-24s %8.2f", point.way(), point.strength()));
      metrics.forEach(
          m -> text.append(String.format(Locale.ROOT, "  %12.4f", value(point, m.name()))));
      text.append('\n');
    }
    return text.toString();
  }

  static ObjectNode json(List<Metric> metrics, Point point) {
    ObjectNode json = Json.object();
    json.put("way", point.way()).put("strength", point.strength());
    ObjectNode values = json.putObject("metrics");
    metrics.forEach(
        metric ->
            values.set(metric.name(), Report.json(point.result().metrics().get(metric.name()))));
    return json;
  }
}
