package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Of users' rows, by their likelihood. */
class AutorecTest extends TrainerContract {
  @Override
  protected String name() {
    return "autorec";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("factors", "8", "learning_rate", "0.02", "batch", "8");
  }

  @Test
  void theLossFalls() {
    List<Double> losses = new ArrayList<>();
    Run run = new Run("autorec", "1", 3, 1, (done, total, loss) -> losses.add(loss));
    Trainers.create("autorec", parameters()).train(Checkerboard.dataset(), run);
    assertThat(losses.getLast()).isLessThan(0.9 * losses.getFirst());
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("autorec", Map.of("side", "item")))
        .hasMessage(
            "model 'autorec': side item needs loss squared or stars: a multinomial over users says"
                + " nothing to one user");
    assertThatThrownBy(
            () -> Trainers.create("autorec", Map.of("loss", "stars", "half_life", "P1D")))
        .hasMessage(
            "model 'autorec': stars do not age: leave half_life out, or choose another loss");
    assertThatThrownBy(() -> Trainers.create("autorec", Map.of("dropout", "1")))
        .hasMessage("model 'autorec': dropout must be 0 to 0.99, was 1");
  }

  @Test
  void saysWhatToDoWhenItDiverges() {
    Run run = new Run("autorec", "1", 3, 1, Progress.NONE);
    assertThatThrownBy(
            () ->
                Trainers.create("autorec", Map.of("learning_rate", "1e30"))
                    .train(Checkerboard.dataset(), run))
        .hasMessageStartingWith("the training of model 'autorec' diverged to ")
        .hasMessageEndingWith(": lower learning_rate");
  }

  /** The root of the sum of their squares is beyond the floats. */
  @Test
  void readersOfLongAgoAreLearnedFrom() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    long now = Tastes.NOW.toEpochMilli();
    long then = now - Duration.ofDays(140).toMillis();
    events.add("u", "a", 1, now).add("u", "b", 1, now);
    events.add("old", "b", 1, then).add("old", "c", 1, then);
    Dataset data = new Dataset(events.build(), List.of());
    Model model =
        Trainers.create("autorec", Map.of("half_life", "P1D", "epochs", "3"))
            .train(data, new Run("autorec", "1", 3, 1, Progress.NONE));
    for (String item : List.of("a", "b", "c")) {
      for (float number : FieldScores.of(model, item).vector("model.autorec")) {
        assertThat(number).isFinite();
      }
    }
  }
}
