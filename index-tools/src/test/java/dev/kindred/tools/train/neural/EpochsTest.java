package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EpochsTest {
  private static final double[] MERIT = {0.1, 0.3, 0.2, 0.25, 0.4, 0.1, 0.1};

  @TempDir Path folder;

  private final List<String> remarks = new ArrayList<>();
  private final Progress listener =
      new Progress() {
        @Override
        public void epoch(int done, int total, double loss) {
          throw new AssertionError("the figure of merit is known");
        }

        @Override
        public void epoch(int done, int total, double loss, double validation) {
          remarks.add(done + "/" + total + " " + loss + " " + validation);
        }

        @Override
        public void remark(String line) {
          remarks.add(line);
        }
      };

  /** Counts epochs in its only parameter. */
  private static class Counter implements Learner {
    final float[] network = new float[1];
    final float[] memory = new float[2];
    int stopAt = Integer.MAX_VALUE;
    int interruptedAt = Integer.MAX_VALUE;
    int divergesAt = Integer.MAX_VALUE;
    double divergedLoss;
    float divergedValue;

    @Override
    public double epoch(int number) {
      if (number == stopAt) {
        throw new CancellationException("interrupted");
      }
      network[0] = number == divergesAt ? divergedValue : number;
      memory[0] += number;
      return number == divergesAt ? divergedLoss : 1.0 / number;
    }

    @Override
    public double validate() {
      if (network[0] == interruptedAt) {
        Thread.currentThread().interrupt();
      }
      return Float.isFinite(network[0]) ? MERIT[(int) network[0] - 1] : 1;
    }

    @Override
    public List<Parameter> parameters() {
      return List.of(new Parameter("n", network, 1));
    }

    @Override
    public List<Parameter> state() {
      return List.of(new Parameter("m", memory, 2));
    }
  }

  private Run run(LongWork work) {
    return new Run("x", "1", 1, 1, listener, work);
  }

  private LongWork checkpoint(boolean resume) {
    return new LongWork(folder.resolve("point"), resume, null, InstantSource.fixed(Instant.EPOCH));
  }

  @Test
  void endsWhenPatienceEndsAndTakesTheBestEpoch() {
    Counter counter = new Counter();
    Epochs.Outcome outcome = new Epochs(7, 2).run(counter, "id", run(LongWork.NONE));
    assertThat(outcome).isEqualTo(new Epochs.Outcome(4, 2, 0.25, 0.3));
    assertThat(counter.network[0]).isEqualTo(2);
    assertThat(remarks)
        .startsWith("1/7 1.0 0.1", "2/7 0.5 0.3")
        .endsWith("no better validation in 2 epochs: the best is 0.3000 of epoch 2");
    assertThat(outcome.metrics())
        .containsEntry("best_epoch", 2.0)
        .containsEntry("validation_ndcg@10", 0.3);
  }

  @Test
  void withoutPatienceAllEpochsAreDone() {
    Counter counter = new Counter();
    assertThat(new Epochs(7, 0).run(counter, "id", run(LongWork.NONE)).best()).isEqualTo(5);
    assertThat(counter.network[0]).isEqualTo(5);
  }

  @Test
  void anInterruptLeavesTheLastCheckpointAndResumingGoesOn() {
    Counter straight = new Counter();
    Epochs.Outcome expected = new Epochs(7, 0).run(straight, "id", run(LongWork.NONE));
    Counter stopped = new Counter();
    stopped.stopAt = 4;
    assertThatThrownBy(() -> new Epochs(7, 0).run(stopped, "id", run(checkpoint(false))))
        .isInstanceOf(CancellationException.class);
    Counter resumed = new Counter();
    assertThat(new Epochs(7, 0).run(resumed, "id", run(checkpoint(true)))).isEqualTo(expected);
    assertThat(resumed.network).isEqualTo(straight.network);
    assertThat(resumed.memory).isEqualTo(straight.memory);
    assertThat(remarks).contains("resumed after epoch 3");
  }

  @Test
  void anInterruptWhileTheCheckpointIsWrittenLeavesTheOneBefore() {
    Counter stopped = new Counter();
    stopped.interruptedAt = 4;
    assertThatThrownBy(() -> new Epochs(7, 0).run(stopped, "id", run(checkpoint(false))))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).as("the interrupt is passed on").isTrue();
    assertThat(new Epochs(7, 0).run(new Counter(), "id", run(checkpoint(true))).best())
        .isEqualTo(5);
    assertThat(remarks).contains("resumed after epoch 3");
  }

  @Test
  void resumingWhatHadEndedTrainsNoFurther() {
    Counter ended = new Counter();
    Epochs.Outcome expected = new Epochs(7, 2).run(ended, "id", run(checkpoint(false)));
    Counter resumed = new Counter();
    assertThat(new Epochs(7, 2).run(resumed, "id", run(checkpoint(true)))).isEqualTo(expected);
    assertThat(resumed.network).isEqualTo(ended.network);
    assertThat(remarks).endsWith("no better validation in 2 epochs: the best is 0.3000 of epoch 2");
  }

  @Test
  void namesTheCheckpointThatCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    Path point = file.resolve("point");
    LongWork work = new LongWork(point, false, null, InstantSource.fixed(Instant.EPOCH));
    assertThatThrownBy(() -> new Epochs(7, 0).run(new Counter(), "id", run(work)))
        .isInstanceOf(UncheckedIOException.class)
        .cause()
        .hasMessageStartingWith(point + ": cannot write the checkpoint: ");
  }

  @ParameterizedTest
  @CsvSource({"NaN, 3", "Infinity, 3", "0.1, NaN", "0.1, -Infinity"})
  void whenItDivergesTheBestEpochBeforeIsKept(double loss, float value) {
    Counter counter = new Counter();
    counter.divergesAt = 4;
    counter.divergedLoss = loss;
    counter.divergedValue = value;
    Epochs.Outcome outcome = new Epochs(7, 0).run(counter, "id", run(checkpoint(false)));
    assertThat(outcome).isEqualTo(new Epochs.Outcome(4, 2, Double.NaN, 0.3));
    assertThat(outcome.metrics()).doesNotContainKey("loss");
    assertThat(counter.network[0]).isEqualTo(2);
    assertThat(remarks).endsWith("the training diverged in epoch 4; kept is epoch 2");
    new Epochs(7, 0).run(new Counter(), "id", run(checkpoint(true)));
    assertThat(remarks).as("no checkpoint of ruins").contains("resumed after epoch 3");
  }

  @ParameterizedTest
  @CsvSource({"NaN, 1", "0.1, NaN"})
  void whenItDivergesAtOnceThereIsNoModel(double loss, float value) {
    Counter counter = new Counter();
    counter.divergesAt = 1;
    counter.divergedLoss = loss;
    counter.divergedValue = value;
    assertThatThrownBy(() -> new Epochs(7, 0).run(counter, "id", run(checkpoint(false))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the training diverged in epoch 1, its first; lower learning_rate");
    assertThat(folder.resolve("point")).doesNotExist();
  }

  @Test
  void whatAnOptimiserKnowsMayBeInfinite() {
    Counter stopped = new Counter();
    stopped.memory[1] = Float.POSITIVE_INFINITY;
    stopped.stopAt = 3;
    assertThatThrownBy(() -> new Epochs(7, 0).run(stopped, "id", run(checkpoint(false))))
        .isInstanceOf(CancellationException.class);
    Counter resumed = new Counter();
    assertThat(new Epochs(7, 0).run(resumed, "id", run(checkpoint(true))).epochs()).isEqualTo(7);
    assertThat(resumed.memory[1]).isEqualTo(Float.POSITIVE_INFINITY);
  }

  @Test
  void aCheckpointLeftHalfWrittenIsPassedOver() throws Exception {
    Counter stopped = new Counter();
    stopped.stopAt = 3;
    assertThatThrownBy(() -> new Epochs(7, 0).run(stopped, "id", run(checkpoint(false))))
        .isInstanceOf(CancellationException.class);
    Files.move(folder.resolve("point"), folder.resolve("point.old"));
    Files.createDirectory(folder.resolve("point.partial"));
    Counter resumed = new Counter();
    assertThat(new Epochs(7, 0).run(resumed, "id", run(checkpoint(true))).epochs()).isEqualTo(7);
    assertThat(resumed.memory[0]).isEqualTo(28);
  }

  @Test
  void refusesAnothersCheckpointAndAMissingOne() {
    assertThatThrownBy(() -> new Epochs(7, 0).run(new Counter(), "id", run(checkpoint(true))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("no such file");
    new Epochs(1, 0).run(new Counter(), "id", run(checkpoint(false)));
    assertThatThrownBy(() -> new Epochs(7, 0).run(new Counter(), "other", run(checkpoint(true))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the checkpoint is of other parameters, data or seed");
  }

  @Test
  void theTimeLimitEndsAfterAnEpoch() {
    AtomicInteger minutes = new AtomicInteger();
    InstantSource clock = () -> Instant.EPOCH.plusSeconds(60L * minutes.getAndIncrement());
    LongWork work = new LongWork(null, false, Duration.ofMinutes(3), clock);
    assertThat(new Epochs(7, 0).run(new Counter(), "id", run(work)).epochs()).isEqualTo(3);
    assertThat(remarks).endsWith("the time limit of PT3M is reached after epoch 3");
  }
}
