package dev.kindred.tools.cli;

import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.evaluate.policy.PolicyEvaluator.PolicyResult;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.ItemSource;
import dev.kindred.tools.rehearse.Tradeoff;
import dev.kindred.tools.report.PolicyPage;
import dev.kindred.tools.report.RegretPage;
import dev.kindred.tools.simulate.bandit.Regret;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "evaluate",
    description = {
      "Measure models, or the profiles of an index, on held-out events.",
      "Models are trained on the training part and asked through the serving path, exactly.",
      "With --policy: measure policies of bandits on the log of another policy, or what they lose"
          + " in a simulation."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred evaluate --models popularity,ease --events ratings.csv --split time:0.9",
      "  kindred evaluate --models als --train train.txt --test test.txt \\",
      "    --metrics recall@20,ndcg@20 --param als.factors=64 --json",
      "  kindred evaluate --models popularity,als --events ratings.csv --report report.html",
      "  kindred evaluate --policy thompson,epsilon:0.1 --log impressions.csv",
      "  kindred evaluate --policy profile:home,thompson --index index --rewards purchase=1",
      "  kindred evaluate --policy thompson,ucb1 --arms 0.1,0.05,0.02 --report regret.html"
    })
final class EvaluateCommand extends Action {
  @Option(
      names = "--models",
      split = ",",
      paramLabel = "MODEL",
      description = "Models to train and measure, separated by commas.")
  private List<String> models = new ArrayList<>();

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description = "An index to measure as it is; it must not have seen the test events.")
  private Path index;

  @Option(
      names = "--profile",
      split = ",",
      paramLabel = "NAME",
      description = "With --index: the profiles to measure. Default: home.")
  private List<String> profiles = new ArrayList<>();

  @Mixin private TaskOptions task;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "The catalogue, for models that read content.")
  private Path items;

  @Option(
      names = "--metrics",
      paramLabel = "LIST",
      description =
          "Such as ndcg@10,recall@20; also hr, mrr, map, precision, recall_capped, coverage, gini,"
              + " novelty, ild; rmse and mae of predicted ratings. Default: ${DEFAULT-VALUE}.",
      defaultValue = "ndcg@10,recall@20")
  private String metrics;

  @Option(
      names = "--param",
      paramLabel = "MODEL.NAME=VALUE",
      description = "A parameter of a model; repeatable.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Mixin private TradeoffOptions tradeoff;
  @Mixin private TrecOptions trec;
  @Mixin private PageOption page;
  @Mixin private PolicyOptions policies;
  @Mixin private SimulationOptions simulation;

  @Override
  protected void run() throws Exception {
    makeFolders(page.file, trec.runFile, trec.qrelsFile, tradeoff.chart);
    if (simulation.wanted()) {
      simulate();
      return;
    }
    if (policies.wanted()) {
      evaluatePolicies();
      return;
    }
    requireSense();
    RatingMetrics.Asked measures = usage(() -> RatingMetrics.parse(metrics));
    if (measures.lists().isEmpty() && trec.wanted()) {
      throw wrongUsage("--run-file and --qrels-file write ranked lists; ask for a metric of lists");
    }
    usage(() -> Split.parse(task.split(), globals().seed()));
    usage(() -> Format.of(task.format));
    List<Contestant> contestants = usage(this::contestants);
    List<Task> tasks = task.tasks(globals().seed());
    if (tradeoff.wanted()) {
      tradeOff(tasks, measures.lists());
      return;
    }
    if (tasks.size() > 1 && trec.wanted()) {
      throw wrongUsage("--run-file and --qrels-file write one task, not folds");
    }
    trec.writeQrels(tasks.getFirst());
    List<Result> results =
        index == null ? trained(contestants, tasks, measures) : served(tasks, measures);
    Report report = new Report(tasks, results, List.of());
    page.write(report, arguments(), console().clock().instant());
    if (globals().json()) {
      out().print(report.json());
      report.notes().stream().filter(note -> note.startsWith("WARNING")).forEach(this::remark);
    } else {
      out().print(report.text());
    }
  }

  private void tradeOff(List<Task> tasks, List<Metric> metrics) throws IOException {
    if (index == null || profiles().size() != 1 || tasks.size() != 1 || metrics.size() < 2) {
      throw wrongUsage(
          "--tradeoff measures one profile of an --index on one task, by two metrics or more");
    }
    try (Progress progress = progress()) {
      TradeoffOptions.Setup setup =
          new TradeoffOptions.Setup(globals(), console().clock().instant(), progress);
      List<Tradeoff.Point> points =
          tradeoff.measure(index, profiles().getFirst(), tasks.getFirst(), metrics, setup);
      tradeoff.draw(metrics, points);
      if (globals().json()) {
        points.forEach(p -> out().println(Json.line(TradeoffOptions.json(metrics, p))));
      } else {
        out().print(TradeoffOptions.text(metrics, points));
      }
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private void evaluatePolicies() throws IOException {
    if (policies.problem(index) != null) {
      throw wrongUsage(policies.problem(index));
    }
    requireFinite(policies.rewards);
    List<PolicyResult> results = judged();
    Instant when = console().clock().instant();
    page.write(arguments(), command -> new PolicyPage(results, command, when).html());
    if (globals().json()) {
      results.forEach(result -> out().println(Json.line(PolicyReport.json(result))));
    } else {
      out().print(PolicyReport.text(results));
    }
  }

  private List<PolicyResult> judged() throws IOException {
    try {
      return index == null ? policies.evaluate(globals().seed()) : onImpressions();
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  private void simulate() throws IOException {
    if (policies.names().isEmpty() || policies.logged() || index != null) {
      throw wrongUsage("--arms are played by --policy, without --log, --learn or --index");
    }
    if (simulation.problem() != null) {
      throw wrongUsage(simulation.problem());
    }
    Map<String, Regret> regrets = usage(() -> simulation.play(policies.names(), globals().seed()));
    Instant when = console().clock().instant();
    page.write(
        arguments(),
        command ->
            new RegretPage(simulation.game(), simulation.runs(), regrets, command, when).html());
    if (globals().json()) {
      regrets.forEach(
          (policy, regret) -> out().println(Json.line(SimulationOptions.json(policy, regret))));
    } else {
      out().print(SimulationOptions.text(regrets));
    }
  }

  private List<PolicyResult> onImpressions() throws IOException {
    try (Recommender recommender = Recommender.open(index, console().clock())) {
      return policies.evaluate(recommender, index, globals().seed(), this::remark);
    }
  }

  private void requireSense() {
    if (models.isEmpty() == (index == null)) {
      throw wrongUsage("evaluate what? give --models, --index or --policy");
    }
    String problem = task.problem() == null ? ignored() : task.problem();
    if (problem != null) {
      throw wrongUsage(problem);
    }
  }

  /** Null when all that was given counts, else what would not. */
  private String ignored() {
    if (index == null && !profiles.isEmpty()) {
      return "--profile belongs to --index; --models are measured each by itself";
    }
    if (index != null && items != null) {
      return "--items belongs to --models; an --index has its catalogue";
    }
    if (tradeoff.wanted() && (page.file != null || trec.wanted())) {
      return "--tradeoff writes a --chart, and no --report, --run-file or --qrels-file";
    }
    return tradeoff.wanted() || tradeoff.chart == null ? null : "--chart belongs to --tradeoff";
  }

  private List<String> profiles() {
    return profiles.isEmpty() ? List.of(Profiles.HOME) : profiles;
  }

  private List<Contestant> contestants() {
    Map<String, Map<String, String>> byModel =
        ModelParameters.byModel(parameters, this::wrongUsage);
    byModel.keySet().stream()
        .filter(model -> !models.contains(model))
        .forEach(
            model -> {
              throw wrongUsage("--param names " + model + ", which is not among --models");
            });
    List<Contestant> contestants = new ArrayList<>();
    for (String model : models) {
      Map<String, String> own = byModel.getOrDefault(model, Map.of());
      Trainers.create(model, own);
      contestants.add(new Contestant(model, model, own));
    }
    return contestants;
  }

  private List<Result> trained(
      List<Contestant> contestants, List<Task> tasks, RatingMetrics.Asked measures)
      throws IOException {
    List<Item> catalogue = new ArrayList<>();
    Schema schema = catalogue(catalogue);
    List<Result> results = new ArrayList<>();
    try (Progress progress = progress()) {
      Contest contest =
          new Contest(
              measures,
              schema,
              catalogue,
              console().clock().instant(),
              globals(),
              progress,
              page.watching(trec.answers(contestants.size())));
      for (Contestant contestant : contestants) {
        results.add(contest.measure(contestant, tasks));
      }
    }
    return results;
  }

  private Schema catalogue(List<Item> into) {
    if (items == null) {
      return new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
    }
    ItemSource source = Inputs.STRICT.items(items);
    source.read(into::add);
    var fields = source.fields();
    return new Schema(
        fields.text(),
        fields.keywords(),
        fields.numbers(),
        fields.time(),
        fields.domain(),
        source.dimensions(),
        null);
  }

  private List<Result> served(List<Task> tasks, RatingMetrics.Asked measures) throws IOException {
    remark(
        "the index is measured as it is: if it was built from test events, figures are too good");
    List<Result> results = new ArrayList<>();
    try (Progress progress = progress();
        Recommender recommender = Recommender.open(index, console().clock())) {
      Contest contest =
          new Contest(
              measures,
              recommender.schema(),
              List.of(),
              null,
              globals(),
              progress,
              page.watching(trec.answers(profiles().size())));
      for (String profile : profiles()) {
        List<Result> folds = new ArrayList<>();
        for (Task one : tasks) {
          folds.add(contest.measure(profile, one, recommender, profile));
        }
        results.add(folds.size() == 1 ? folds.getFirst() : Result.average(folds));
      }
    }
    return results;
  }
}
