package dev.kindred.benchmarks.peers;

import static dev.kindred.benchmarks.report.Page.number;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.ArrayList;
import java.util.List;

/** What the page says. */
final class PeersPage {
  static final String TOP =
      """
      # Beside other libraries

      Every contender is a process of its own, with the same JVM, collector, Vector API and `-Xmx`, \
      one thread to train with, and the same ratings in memory in the library's own form; reading \
      them and taking that form is not counted. All train by turns. *CPU s* is the median of the \
      counted trainings, of the whole process: compiler and collector too. *Heap* is the most that \
      was alive after any collection, beside the ratings. ± is one standard error over users. \
      Peers' scores go into the evaluator that grades ours; ours answer through the serving path, \
      from an index. *Defaults* are the libraries' own, or those of the configurations they come \
      with; *chosen* is the best on a carve-out of the training part \
      ([which](peers-choice.md)). A predicted rating beyond the scale counts as its end, and where \
      a peer has none the mean of the user's ratings stands.
      """;

  static final String CHOICE =
      """
      # How peers' settings were chosen

      Each setting trained once, on a carve-out of the training part alone: a tenth of the first \
      fold's ratings, or each user's last item among 99 drawn ones. The CPU seconds are of a first \
      training, with a compiler that has yet to warm up.
      """;

  static final String ABSENT_TITLE = "Not here";

  /** Which peers were looked for, and what became of them. */
  static final String ABSENT =
      """
      * **Tribuo** (`org.tribuo:tribuo-regression-fm`, 4.3.2 and any of 4.x) and **RankSys** \
      (`net.ranksys:ranksys-mf`, 0.4.3 and any of 0.x and 1.x): Maven found no version of them \
      ("No versions available … within specified range") in the repository this was measured \
      with, so they could not be tried.
      * **LibRec 3.0.0** and **LensKit's** `lenskit-all`: "Could not find artifact" there; LibRec \
      2.0.0 and LensKit's parts `lenskit-knn` and `lenskit-svd` 3.0-M3 stand in.
      * LensKit 3.0-M3 alone fails on JDK 11 and newer with `NoClassDefFoundError: \
      javax/annotation/PreDestroy`; its adapter brings that package along. Spark 4.2.0, Mahout \
      0.13.0 and LibRec 2.0.0 run on JDK 25, Spark with the packages opened that its own launcher \
      opens.
      """;

  private static final double MEGABYTE = 1 << 20;

  private PeersPage() {}

  static String label(Contender contender) {
    return contender.kind().isEmpty()
        ? contender.algorithm()
        : contender.algorithm() + ", " + contender.kind();
  }

  static void write(Page page, Contest contest, List<Turn> turns) {
    if (!contest.text().isEmpty()) {
      page.paragraph(contest.text());
    }
    List<String> columns =
        new ArrayList<>(
            List.of("algorithm", "of", "CPU s", "CPU s a pass", "× the first", "heap, MB"));
    columns.addAll(contest.exam().metrics());
    page.table(columns.toArray(String[]::new));
    for (Turn turn : turns) {
      if (turn.failure() == null) {
        page.row(cells(contest, turn, turns.getFirst()).toArray(String[]::new));
      }
    }
    settings(page, turns);
  }

  private static List<String> cells(Contest contest, Turn turn, Turn first) {
    double cpu = turn.cpu().median();
    int passes = turn.contender().passes();
    List<String> cells =
        new ArrayList<>(
            List.of(
                label(turn.contender()),
                turn.version(),
                number(cpu, 2),
                passes == 1 ? "–" : number(cpu / passes, 3),
                number(turn.cpu().medianRatio(first.cpu()), 2),
                number(turn.heap() / MEGABYTE, 0)));
    Result result = turn.result();
    for (String metric : contest.exam().metrics()) {
      Estimate estimate = result.metrics().get(metric);
      cells.add(number(estimate.value(), 4) + " ± " + number(estimate.se(), 4));
    }
    return cells;
  }

  private static void settings(Page page, List<Turn> turns) {
    StringBuilder list = new StringBuilder("Settings:\n");
    for (Turn turn : turns) {
      Contender contender = turn.contender();
      list.append("\n* ").append(label(contender)).append(": `");
      list.append(contender.values()).append('`');
      if (turn.failure() != null) {
        list.append(". **Did not run**: ").append(turn.failure());
      }
    }
    page.paragraph(list.toString());
  }
}
