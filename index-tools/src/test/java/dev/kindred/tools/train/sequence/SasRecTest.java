package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Encodings;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SasRecTest extends TrainerContract {
  @Override
  protected String name() {
    return "sasrec";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "factors",
        "8",
        "epochs",
        "60",
        "learning_rate",
        "0.01",
        "validation",
        "0",
        "dropout",
        "0.1",
        "batch",
        "8");
  }

  @TempDir Path elsewhere;

  private Model train(boolean resume, int stopAt) {
    Progress progress =
        (done, total, loss) -> {
          if (done == stopAt) {
            throw new CancellationException("interrupted");
          }
        };
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    LongWork work = new LongWork(elsewhere.resolve("point"), resume, null, clock);
    Map<String, String> parameters = Map.of("factors", "8", "epochs", "5", "batch", "8");
    return Trainers.create("sasrec", parameters)
        .train(Checkerboard.dataset(), new Run("sasrec", "1", 3, 2, progress, work));
  }

  @Test
  void anInterruptedTrainingGoesOnToTheSameModel() throws IOException {
    Model straight = train(false, 0);
    assertThatThrownBy(() -> train(false, 3)).isInstanceOf(CancellationException.class);
    Model resumed = train(true, 0);
    assertThat(resumed.manifest()).isEqualTo(straight.manifest());
    String[] history = Checkerboard.history(4);
    assertThat(Encodings.text(resumed.encode(Tastes.liking(history), Tastes.among())))
        .isEqualTo(Encodings.text(straight.encode(Tastes.liking(history), Tastes.among())));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("heads", "3")))
        .hasMessage("model 'sasrec': heads must divide factors 64, was 3");
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("dropout", "1")))
        .hasMessage("model 'sasrec': dropout must be 0 to 0.95, was 1");
    assertThatThrownBy(() -> Trainers.create("sasrec", Map.of("loss", "hinge")))
        .hasMessageContaining("hinge");
  }
}
