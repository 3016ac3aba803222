package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.accuracy.ScoreboardTasks;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.benchmarks.report.Sheet;
import dev.kindred.tools.cli.Action;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kindred bench peers}. */
@Command(
    name = "peers",
    description = {
      "Training costs and accuracy beside Spark MLlib, Mahout, LibRec and LensKit, by turns, on one"
          + " thread each.",
      "They are large and left out of the build; to have them, build once with "
          + PeersCommand.BUILD
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred bench peers --data ../shared/data")
public final class PeersCommand extends Action {
  static final String BUILD = "mvn -Dquick -Dmaven.test.skip -Ppeers package";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the data sets, with ml-1m/ncf and ml-100k in it.")
  private Path data;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "NAME",
      description = "Which contests: als, als10, itemknn, mf, svdpp, fm. Default: all.")
  private List<String> only = new ArrayList<>();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description =
          "Trainings of each contender that are counted, each fold's at least. Default:"
              + " ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int rounds;

  @Option(
      names = "--warming",
      paramLabel = "N",
      description = "Trainings of each before those. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int warming;

  @Option(
      names = "--heap",
      paramLabel = "SIZE",
      description = "Of each contender's process, as in -Xmx. Default: ${DEFAULT-VALUE}.",
      defaultValue = "2g")
  private String heap;

  @Option(
      names = "--choose",
      description =
          "Try the settings that there are to choose from, on a carve-out of the training part,"
              + " instead.")
  private boolean choose;

  @Mixin private PageOptions pages;
  @Spec private CommandSpec spec;

  @Override
  protected void run() throws Exception {
    List<String> known = Contests.all().stream().map(Contest::name).toList();
    if (rounds < 1 || warming < 0 || !known.containsAll(only)) {
      throw wrongUsage(
          "--rounds must be at least 1, --warming at least 0, --only some of " + known);
    }
    requirePeers(PageOptions.sources());
    for (Contest contest : Contests.all()) {
      if (only.isEmpty() || only.contains(contest.name())) {
        Page page = pages.page(null, spec.root().commandLine().getParseResult().originalArgs());
        run(contest, page);
        out().print(page);
        write(contest, page);
      }
    }
  }

  /** As soon as a contest is over, for they take long. */
  private void write(Contest contest, Page page) throws IOException {
    Path file = pages.file(choose ? "peers-choice" : "peers");
    Sheet sheet = Sheet.read(file);
    sheet.put(contest.title(), page.toString());
    if (!choose) {
      sheet.put(PeersPage.ABSENT_TITLE, PeersPage.ABSENT);
    }
    List<String> titles = new ArrayList<>(Contests.all().stream().map(Contest::title).toList());
    titles.add(PeersPage.ABSENT_TITLE);
    sheet.write(file, choose ? PeersPage.CHOICE : PeersPage.TOP, titles);
    remark("written to " + file);
  }

  static void requirePeers(Path sources) {
    List<String> missing =
        Library.PEERS.stream()
            .filter(library -> !library.isBuilt(sources))
            .map(Library::folder)
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "not built, for they are large: "
              + String.join(", ", missing)
              + "; build them with it once: "
              + BUILD);
    }
  }

  private void run(Contest contest, Page page) throws IOException {
    long seed = globals().seed();
    boolean stars = contest.exam() instanceof StarsExam;
    List<Task> tasks =
        stars
            ? ScoreboardTasks.stars(data).subList(0, contest.folds())
            : List.of(ScoreboardTasks.candidates(data));
    if (choose) {
      Task first = tasks.getFirst();
      // What is chosen on is no part of what is asked in the end.
      Task carved = stars ? CarveOut.stars(first, seed) : CarveOut.candidates(first, seed);
      new PeersBenchmark(PageOptions.sources(), heap, 1, 0, seed, this::remark)
          .run(contest, contest.choices(), List.of(carved), page);
      return;
    }
    new PeersBenchmark(PageOptions.sources(), heap, rounds, warming, seed, this::remark)
        .run(contest, contest.contenders(), tasks, page);
  }
}
