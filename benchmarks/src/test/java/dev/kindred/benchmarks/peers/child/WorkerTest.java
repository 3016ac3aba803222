package dev.kindred.benchmarks.peers.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerTest {
  @TempDir private Path folder;

  /** Longer than the clock of the process takes to move on. */
  private static final long BUSY = 100_000_000;

  /** Scores by the sum of all ratings plus how often it was trained; takes its time. */
  private static final class Summing implements Peer {
    private int trainings;

    @Override
    public String version() {
      return "Summing 1.0";
    }

    @Override
    public Training prepare(Ratings ratings, Settings settings) {
      if (!settings.algorithm().equals("sum")) {
        throw settings.unknown("sum");
      }
      return () -> {
        long end = System.nanoTime() + BUSY;
        while (System.nanoTime() < end) {
          Thread.onSpinWait();
        }
        float sum = ++trainings;
        for (float value : ratings.value()) {
          sum += value;
        }
        float total = sum;
        return (Scorer) (user, item) -> total;
      };
    }

    @Override
    public void close() {
      trainings = 0;
    }
  }

  @BeforeEach
  void files() throws IOException {
    new Ratings(
            List.of("u"),
            List.of("i", "j"),
            true,
            new int[] {0, 0},
            new int[] {0, 1},
            new float[] {2, 3})
        .write(folder.resolve("ratings"));
    new Pairs(new int[] {0}, new int[] {1}).write(folder.resolve("pairs"));
  }

  private static Worker worker(String algorithm) {
    return new Worker(new Summing(), new Settings(algorithm, Map.of(), 1));
  }

  private String leave() {
    return "leave\t" + folder.resolve("pairs") + "\t" + folder.resolve("scores");
  }

  @Test
  void loadsTrainsAndLeavesScores() throws IOException {
    Worker worker = worker("sum");
    assertThat(worker.obey("load\t" + folder.resolve("ratings"))).isEqualTo("ok Summing 1.0");
    worker.obey("train");
    String trained = worker.obey("train");
    assertThat(trained).startsWith("ok ");
    Cost cost = Cost.parse(trained.substring(3));
    assertThat(cost.cpu()).isPositive();
    assertThat(cost.heap()).isNotNegative();
    assertThat(worker.obey(leave())).isEqualTo("ok");
    assertThat(Binary.doubles(folder.resolve("scores"))).containsExactly(7);
  }

  @Test
  void whatFailsIsSaidInOneLine() {
    Worker worker = worker("product");
    assertThat(worker.obey("load\t" + folder.resolve("ratings")))
        .startsWith("failed")
        .contains("no algorithm product here; known: sum")
        .doesNotContain("\n");
    assertThat(worker.obey("dance")).startsWith("failed").contains("dance");
  }
}
