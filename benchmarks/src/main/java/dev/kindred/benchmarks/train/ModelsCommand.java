package dev.kindred.benchmarks.train;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.LiveHeap;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.tools.cli.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench models}. */
@Command(
    name = "models",
    description = "What training each model costs, against the least there is to do.",
    footerHeading = "%nExample:%n",
    footer = "  kindred bench models --events 20000000")
public final class ModelsCommand extends Action {
  private static final double MEGABYTE = 1 << 20;

  @Option(
      names = "--events",
      paramLabel = "N",
      description = "How many ratings are simulated. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20000000")
  private int events;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Which models. Default: all.")
  private List<String> only = new ArrayList<>();

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    List<String> known = ModelCase.all().stream().map(ModelCase::name).toList();
    for (String name : only) {
      if (!known.contains(name)) {
        throw wrongUsage("no model " + name + " here; known: " + known);
      }
    }
    Page page =
        pages.page("Training costs", spec.root().commandLine().getParseResult().originalArgs());
    remark("measuring the machine's limits");
    Limits limits = Limits.measure();
    remark("simulating ratings");
    Interactions ratings = new SimulatedRatings(events, globals().seed()).interactions();
    Dataset data = new Dataset(ratings, List.of());
    head(page, ratings, limits);
    for (ModelCase model : ModelCase.all()) {
      if (only.isEmpty() || only.contains(model.name())) {
        remark("training " + model.name());
        row(page, ModelCost.of(model, data, globals().seed()), ratings, limits);
      }
    }
    notes(page);
    out().print(page);
    remark("written to " + pages.write("models", page));
  }

  private static void head(Page page, Interactions ratings, Limits limits) {
    page.paragraph(
            String.format(
                Locale.ROOT,
                "%,d users × %,d items, %,d ratings, simulated with the shape of MovieLens 20M; one"
                    + " thread. The events take %.0f MB of heap. Our kernels do %.1f billion"
                    + " multiply-adds a second at most.",
                ratings.users().size(),
                ratings.items().size(),
                ratings.size(),
                LiveHeap.now() / MEGABYTE,
                limits.kernels() / 2))
        .table(
            "model",
            "parameters beside the defaults",
            "CPU s",
            "million events/s",
            "at least to do, billions",
            "of",
            "billions/s",
            "of the kernels' best",
            "heap beside the events, MB");
  }

  private static void row(Page page, ModelCost cost, Interactions ratings, Limits limits) {
    double rate = cost.floor() / cost.cpu() / 1e9;
    boolean arithmetic = cost.model().unit().equals(ModelCase.FLOPS);
    page.row(
        cost.model().name(),
        cost.model().parameters().isEmpty() ? "" : "`" + cost.model().parameters() + "`",
        number(cost.cpu(), 1),
        number((double) cost.model().passes() * ratings.size() / cost.cpu() / 1e6, 2),
        number(cost.floor() / 1e9, 2),
        cost.model().unit(),
        number(rate, 2),
        arithmetic ? number(2 * rate / limits.kernels(), 2) : "–",
        number(cost.heap() / MEGABYTE, 0));
  }

  private static void notes(Page page) {
    page.paragraph(
        "CPU seconds are the process's, with compiler and collector. Events a second count every"
            + " pass over them. The heap is the most that was alive after any collection, the"
            + " finished model's own memory among it. At least to do: reading each event once a"
            + " pass; every pair of a user's items, both ways, for the neighbourhoods; for `als` the"
            + " multiply-adds of its exact solver; an event and epoch, 8k for `bpr`, 3k for `mf`, 4k"
            + " for either side of `svdpp` and `fm`, which sample (two sums, a draw's effect, the"
            + " event's own), 5k for `autorec`; for `gfcf` the products of its singular value"
            + " decomposition and their Gram matrices; for `ease` the Gram matrix and half a"
            + " multiply-add for each cube of items.");
  }
}
