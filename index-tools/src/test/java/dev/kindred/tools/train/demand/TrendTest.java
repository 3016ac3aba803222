package dev.kindred.tools.train.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrendTest extends TrainerContract {
  @Override
  protected String name() {
    return "trend";
  }

  @Override
  protected boolean personal() {
    return false;
  }

  @Test
  void twoHalfLivesMakeFourOldEventsAsGoodAsOneNew() {
    long now = Tastes.NOW.toEpochMilli();
    long old = now - Duration.ofDays(14).toMillis();
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL);
    for (int i = 0; i < 4; i++) {
      events.add("u", "old", 1, old);
    }
    events.add("u", "new", 1, now);
    Run run = new Run("trend", "1", 1, 1, Progress.NONE);
    Model model = Trend.DEFAULT.train(new Dataset(events.build(), List.of()), run);
    double decay = Math.log(2) / Duration.ofDays(7).toMillis() * now;
    for (String item : List.of("old", "new")) {
      assertThat(Math.exp(FieldScores.of(model, item).number("model.trend") - decay))
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void needsAHalfLife() {
    assertThatThrownBy(() -> Trainers.create("trend", Map.of("half_life", "")))
        .hasMessage("model 'trend': trend needs a half_life");
    assertThatThrownBy(() -> Trainers.create("trend", Map.of("half_life", "PT0S")))
        .hasMessage("model 'trend': half_life must be positive, was PT0S");
  }
}
