package dev.kindred.tools.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.neural.HeldOut;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every network's trainer promises beside {@link TrainerContract}: to bear interruption, and
 * to pick the best epoch by what it will serve.
 */
public abstract class NetworkContract extends TrainerContract {
  private static final long SEED = 11;
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

  @ParameterizedTest
  @ValueSource(ints = {4, 50})
  void validatesWhatItServes(int length) throws Exception {
    int users = 9;
    Map<String, String> few = new TreeMap<>(parameters());
    few.put("epochs", "4");
    few.put("validation", "" + users);
    few.put("patience", "0");
    few.put("length", "" + length);
    if (parameters().containsKey("context")) {
      few.put("context", "");
    }
    Model model =
        Trainers.create(name(), few).train(dataset(), new Run(name(), "1", SEED, 1, Progress.NONE));
    Interactions log = dataset().interactions();
    List<Integer> asked =
        HeldOut.choose(
            log.users().size(), u -> log.to(u) - log.from(u) >= HeldOut.LEAST, users, SEED);
    double sum = 0;
    for (int user : asked) {
      sum += gain(model, log, user);
    }
    assertThat(asked).hasSize(users);
    assertThat(model.manifest().metrics().get("validation_ndcg@10"))
        .isCloseTo(sum / users, offset(1e-9));
  }

  private double gain(Model model, Interactions log, int user) throws Exception {
    List<String> history = new ArrayList<>();
    for (int p = log.from(user); p < log.to(user); p++) {
      history.add(log.items().id(log.item(p)));
    }
    String answer = history.removeLast();
    Encoding encoding = model.encode(Tastes.liking(history.toArray(String[]::new)), Tastes.among());
    double right = score(model, answer, encoding);
    int better = 0;
    for (Item item : dataset().items()) {
      boolean other = !item.id().equals(answer) && !history.contains(item.id());
      better += other && score(model, item.id(), encoding) >= right ? 1 : 0;
    }
    return better < 10 ? Math.log(2) / Math.log(better + 2) : 0;
  }

  private double score(Model model, String id, Encoding encoding) throws Exception {
    for (Item item : dataset().items()) {
      if (item.id().equals(id)) {
        return FieldScores.of(model, item).score(encoding);
      }
    }
    throw new IllegalArgumentException(id);
  }
}
