package dev.kindred.benchmarks.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  /** Takes a while, and counts how often it was its turn. */
  private static final class Sleeper implements Peer {
    private int epochs;

    @Override
    public double epoch() {
      long end = System.nanoTime() + 20_000_000;
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      return ++epochs;
    }

    @Override
    public long rows() {
      return 1;
    }

    @Override
    public String version() {
      return "asleep";
    }

    @Override
    public void close() {
      epochs = 0;
    }
  }

  @Test
  void aPeerHasItsTurnAfterEachEpochAndItsTimeIsItsOwn() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int event = 0; event < 40; event++) {
      events.add("u" + event % 8, "i" + event % 5, 1, event);
    }
    Sleeper peer = new Sleeper();
    Turns turns = new Turns(peer, 2, Clock.WALL);
    Map<String, String> small = Map.of("epochs", "5", "factors", "8", "validation", "0");
    Trainers.create("sasrec", small)
        .train(new Dataset(events.build(), List.of()), new Run("sasrec", "1", 1, 1, turns));
    assertThat(turns.ours().size()).isEqualTo(3);
    assertThat(turns.theirs().size()).isEqualTo(3);
    assertThat(turns.theirLoss()).isEqualTo(5);
    assertThat(turns.theirs().least()).isGreaterThanOrEqualTo(0.02);
    assertThat(turns.ourLoss()).isPositive();
  }
}
