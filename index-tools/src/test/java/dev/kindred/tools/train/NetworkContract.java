package dev.kindred.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Model;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every network's trainer promises beside {@link TrainerContract}: to bear interruption. */
public abstract class NetworkContract extends TrainerContract {
  private static final InstantSource STOPPED = InstantSource.fixed(Instant.EPOCH);

  @TempDir Path elsewhere;

  /** Parameters of a training that is interrupted; it has five epochs. */
  protected Map<String, String> interrupted() {
    return parameters();
  }

  private Model train(LongWork work, Progress progress, long seed) {
    Map<String, String> parameters = new TreeMap<>(interrupted());
    parameters.put("epochs", "5");
    return Trainers.create(name(), parameters)
        .train(dataset(), new Run(name(), "1", seed, 2, progress, work));
  }

  private LongWork checkpoint(boolean resume) {
    return new LongWork(elsewhere.resolve("point"), resume, null, STOPPED);
  }

  private static Progress interruptedAt(int epoch) {
    return (done, total, loss) -> {
      if (done == epoch) {
        throw new CancellationException("interrupted");
      }
    };
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameModel() throws IOException {
    Model straight = train(LongWork.NONE, Progress.NONE, 3);
    assertThatThrownBy(() -> train(checkpoint(false), interruptedAt(4), 3))
        .isInstanceOf(CancellationException.class);
    AtomicInteger epochs = new AtomicInteger();
    Model resumed = train(checkpoint(true), (done, total, loss) -> epochs.incrementAndGet(), 3);
    assertThat(epochs).as("epochs after the third").hasValue(2);
    assertThat(resumed.manifest()).isEqualTo(straight.manifest());
    assertThat(behaviour(resumed)).isEqualTo(behaviour(straight));
  }

  @Test
  void aCheckpointOfAnotherTrainingIsRefused() {
    train(checkpoint(false), Progress.NONE, 3);
    assertThat(elsewhere.resolve("point")).matches(Files::isDirectory);
    assertThatThrownBy(() -> train(checkpoint(true), Progress.NONE, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of other parameters, data or seed");
  }

  @Test
  void endsWhenTheTimeIsUp() {
    AtomicInteger asked = new AtomicInteger();
    InstantSource clock = () -> Instant.EPOCH.plusSeconds(60L * asked.getAndIncrement());
    LongWork work = new LongWork(null, false, Duration.ofMinutes(2), clock);
    AtomicInteger epochs = new AtomicInteger();
    Model model = train(work, (done, total, loss) -> epochs.incrementAndGet(), 3);
    assertThat(epochs).hasValue(2);
    assertThat(model.manifest().metrics()).containsEntry("epochs", 2.0);
  }
}
