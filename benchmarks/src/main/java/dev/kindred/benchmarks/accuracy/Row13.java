package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.Comparison;
import dev.kindred.tools.evaluate.Evaluator;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Games and videos: users known in one of them only. What is not a default was chosen on users made
 * cold by hand ({@link TwoDomains#seed}), of whom the published files keep both domains.
 */
record Row13(List<Entry> entries) implements Section {
  private static final String METRICS = "hr@10,ndcg@10";

  /** What the improvement is to be at least, relative to the best of a single domain. */
  private static final double GOAL = 0.10;

  private static final Map<String, String> FACTORS =
      Map.of("factors", "64", "regularization", "0.0005", "alpha", "50", "iterations", "8");

  static Row13 row() {
    return new Row13(
        List.of(
            new Entry("rp3beta of both", "rp3beta", rp3()),
            new Entry("als of both", "als", FACTORS),
            new Entry("crossdomain, procrustes", "crossdomain", bridged("procrustes")),
            new Entry("crossdomain, ridge", "crossdomain", bridged("ridge")),
            new Entry("crossdomain, personal", "crossdomain", bridged("personal"))));
  }

  private static Map<String, String> rp3() {
    return Map.of("neighbours", "2000", "alpha", "0.5", "beta", "0");
  }

  private static Map<String, String> bridged(String bridge) {
    Map<String, String> parameters = new LinkedHashMap<>(FACTORS);
    parameters.put("bridge", bridge);
    return parameters;
  }

  /** What is learned from one domain alone. */
  private static List<Entry> single() {
    return List.of(
        new Entry("popularity of the target", "popularity", Map.of()),
        new Entry("itemknn of the target", "itemknn", Map.of()));
  }

  @Override
  public int number() {
    return 13;
  }

  @Override
  public String title() {
    return "Games and videos (CDRIB), users cold in the target domain";
  }

  @Override
  public Section only(List<String> names) {
    return new Row13(
        entries.stream()
            .filter(entry -> names.isEmpty() || names.stream().anyMatch(entry::isCalled))
            .toList());
  }

  /** An entry's answers to the full ranking of one target domain, with both measurements. */
  private record Answered(Stage.Measured full, Stage.Measured sampled) {}

  @Override
  public void run(AccuracyBenchmark benchmark, Page page) throws IOException {
    TwoDomains files = new TwoDomains(null);
    Map<String, Task> tasks = files.tasks(benchmark.data(), null);
    Map<String, List<Answered>> single = new LinkedHashMap<>();
    for (String target : tasks.keySet()) {
      Task alone = files.tasks(benchmark.data(), target).get(target);
      single.put(target, new ArrayList<>());
      for (Entry entry : single()) {
        List<Task> one = List.of(alone);
        single.get(target).add(measure(benchmark, entry, one).getFirst());
      }
    }
    Map<String, List<Answered>> crossing = new LinkedHashMap<>();
    tasks.keySet().forEach(target -> crossing.put(target, new ArrayList<>()));
    for (Entry entry : entries) {
      List<Answered> answered = measure(benchmark, entry, List.copyOf(tasks.values()));
      int next = 0;
      for (String target : tasks.keySet()) {
        crossing.get(target).add(answered.get(next++));
      }
    }
    write(page, single, crossing);
    tasks.forEach(
        (target, task) -> compare(page, target, task, single.get(target), crossing.get(target)));
    notes(page, tasks, crossing);
  }

  private static List<Answered> measure(
      AccuracyBenchmark benchmark, Entry entry, List<Task> targets) throws IOException {
    benchmark.log().accept("row 13: " + entry.label());
    List<Task> all = new ArrayList<>(targets);
    targets.forEach(target -> all.add(TwoDomains.sampled(target)));
    Task first = targets.getFirst();
    Facts facts = TwoDomains.facts(first);
    Stage stage = new Stage(first, facts, benchmark.threads(), benchmark.seed(), benchmark.log());
    List<Stage.Measured> measured = stage.measure(entry, METRICS, all);
    List<Answered> answered = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Stage.Measured full = measured.get(i);
      benchmark.lines().accept(Report.json(full.result()).put("row", 13).toString());
      answered.add(new Answered(full, measured.get(targets.size() + i)));
    }
    return answered;
  }

  private static void write(
      Page page, Map<String, List<Answered>> single, Map<String, List<Answered>> crossing) {
    page.table(
        "model",
        "target",
        "HR@10",
        "se",
        "NDCG@10",
        "se",
        "HR@10 of 1,000",
        "NDCG@10 of 1,000",
        "train s",
        "ask s");
    single.forEach((target, answers) -> answers.forEach(a -> line(page, target, a)));
    crossing.forEach((target, answers) -> answers.forEach(a -> line(page, target, a)));
  }

  private static void line(Page page, String target, Answered answered) {
    var full = answered.full.result();
    var sampled = answered.sampled.result().metrics();
    page.row(
        full.model(),
        target,
        Page.number(full.metrics().get("hr@10").value(), 4),
        Page.number(full.metrics().get("hr@10").se(), 4),
        Page.number(full.metrics().get("ndcg@10").value(), 4),
        Page.number(full.metrics().get("ndcg@10").se(), 4),
        Page.number(sampled.get("hr@10").value(), 4),
        Page.number(sampled.get("ndcg@10").value(), 4),
        Page.number(full.secondsTrain(), 1),
        Page.number(full.secondsEvaluate(), 1));
  }

  /** Every crossing model with the best of the single domain, metric by metric. */
  private static void compare(
      Page page, String target, Task task, List<Answered> single, List<Answered> crossing) {
    for (Metric metric : Metrics.parse(METRICS)) {
      Answered best = single.getFirst();
      for (Answered one : single) {
        best = value(one, metric) > value(best, metric) ? one : best;
      }
      for (Answered one : crossing) {
        Comparison difference =
            new Evaluator(List.of(metric))
                .compare(metric, task, one.full.answers(), best.full.answers());
        double gain = difference.difference() / value(best, metric);
        page.paragraph(
            String.format(
                Locale.ROOT,
                "* %s: %s; %+.0f %% relative, goal +%.0f %%: %s",
                target,
                difference,
                100 * gain,
                100 * GOAL,
                Page.verdict(gain >= GOAL && difference.low() > 0)));
      }
    }
  }

  private static double value(Answered answered, Metric metric) {
    return answered.full.result().metrics().get(metric.name()).value();
  }

  private static void notes(
      Page page, Map<String, Task> tasks, Map<String, List<Answered>> crossing) {
    page.paragraph(
        "A cold user has no event in the target domain, so what is learned there alone can only be"
            + " the same for everybody: `itemknn`, as `ease` or any other personal model of one"
            + " domain, has no answer, and its list is arbitrary.");
    page.paragraph("Parameters:");
    for (Answered one : crossing.values().iterator().next()) {
      page.paragraph("* " + one.full.result().model() + ": `" + one.full.result().params() + "`");
    }
    page.paragraph(
        "All items of the target are ranked, less those of the user's validation part, which is"
            + " neither learned from nor asked for; of 1,000: each held-out item among 999 others"
            + " that the user has nowhere, drawn by a fixed seed.");
    tasks.forEach(
        (target, task) ->
            page.paragraph(
                "* "
                    + target
                    + ": "
                    + task.queries().size()
                    + " users; "
                    + String.join("; ", task.counts().notes())));
  }
}
