package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.util.IOUtils;

/**
 * Runs contests: every contender of one has its process; each trains in turn, so that all meet the
 * same machine, and waits while others do.
 *
 * @param sources the source tree, below which the peers were built
 * @param heap of each process, as in {@code -Xmx}
 * @param rounds that are counted; as many as there are folds at least
 * @param warming trainings before, which are not
 * @param seed of every training that lets it be set
 * @param log is told what is going on
 */
record PeersBenchmark(
    Path sources, String heap, int rounds, int warming, long seed, Consumer<String> log) {

  /** Runs the contest, or with one contender at a time what could be chosen. */
  void run(Contest contest, List<Contender> contenders, List<Task> tasks, Page page)
      throws IOException {
    Path folder = Files.createTempDirectory("kindred-bench-peers");
    List<Turn> turns = new ArrayList<>();
    try {
      Prepared data = Prepared.write(contest.exam(), tasks, folder);
      for (Contender contender : contenders) {
        turns.add(new Turn(contender, start(contender, contest, turns.size())));
      }
      play(contest, data, turns, folder);
      PeersPage.write(page, contest, turns);
    } finally {
      IOUtils.close(turns);
      IOUtils.rm(folder);
    }
  }

  private Child start(Contender contender, Contest contest, int number) throws IOException {
    Path logs = Files.createDirectories(sources.resolve("benchmarks/target/peers"));
    Path file = logs.resolve(contest.name() + "-" + number + ".log");
    return Child.start(contender, sources, heap, seed, file);
  }

  private void play(Contest contest, Prepared data, List<Turn> turns, Path folder)
      throws IOException {
    for (int i = 0; i < warming; i++) {
      round(contest, data.folds().getFirst(), turns, false);
    }
    for (int i = 0; i < Math.max(rounds, data.folds().size()); i++) {
      Prepared.Fold fold = data.folds().get(i % data.folds().size());
      round(contest, fold, turns, true);
      for (int t = 0; t < turns.size() && i < data.folds().size(); t++) {
        turns.get(t).answer(fold, contest.exam(), folder.resolve(i + "-" + t));
      }
    }
  }

  private void round(Contest contest, Prepared.Fold fold, List<Turn> turns, boolean counted) {
    for (Turn turn : turns) {
      Contender contender = turn.contender();
      log.accept(
          contest.name() + ", fold " + (fold.number() + 1) + ": " + PeersPage.label(contender));
      turn.train(fold, counted);
      if (turn.failure() != null) {
        log.accept("failed: " + turn.failure());
      }
    }
  }
}
