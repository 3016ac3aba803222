package dev.kindred.benchmarks.knn;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.tools.cli.Action;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench knn}. */
@Command(
    name = "knn",
    description =
        "What the graph of vectors keeps of an exact scan's NDCG@10, by how deep it is searched.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench knn --data ../shared/data")
public final class KnnCommand extends Action {
  /** Trained far enough to rank well; their best is not the question here. */
  private static final Map<String, Map<String, String>> MODELS = new LinkedHashMap<>();

  static {
    MODELS.put("als", Map.of());
    MODELS.put(
        "sasrec",
        Map.of(
            "loss",
            "sampled",
            "length",
            "50",
            "batch",
            "32",
            "learning_rate",
            "0.003",
            "epochs",
            "5"));
    MODELS.put("twotower", Map.of("epochs", "3"));
  }

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets, with ml-1m in it.")
  private Path data;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    LastItems items = LastItems.read(data.resolve("ml-1m").resolve("ml-1m_sas.txt"));
    Page page =
        pages.page("Walking the graph", spec.root().commandLine().getParseResult().originalArgs());
    page.paragraph(
        "Each of "
            + number(items.users().size(), 0)
            + " users of MovieLens 1M is asked for the last item, among all of "
            + number(items.train().items().size(), 0)
            + " that the user does not have: by a scan of all vectors, and by Lucene's HNSW graph"
            + " asked for so many neighbours (depth), of which the best ten count. CPU time of one"
            + " thread, filter included. A walk has to keep 0.99 of the scan's NDCG@10.");
    KnnBenchmark.head(page);
    KnnBenchmark benchmark = new KnnBenchmark(globals().seed(), this::remark);
    for (Map.Entry<String, Map<String, String>> model : MODELS.entrySet()) {
      benchmark.run(page, items, model.getKey(), model.getValue());
    }
    page.paragraph(
        "A profile asks for as many neighbours as its window is wide, 500 unless it says otherwise,"
            + " and scans where an index has no more than 50,000 documents: so a catalogue of this"
            + " size is answered exactly, and a larger one by a walk of depth 500.");
    MODELS.forEach(
        (algorithm, parameters) ->
            page.paragraph("* " + algorithm + ": `" + new TreeMap<>(parameters) + "`"));
    out().print(page);
    remark("written to " + pages.write("knn", page));
  }
}
