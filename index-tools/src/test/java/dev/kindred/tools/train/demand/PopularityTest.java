package dev.kindred.tools.train.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import java.util.List;
import org.junit.jupiter.api.Test;

class PopularityTest extends TrainerContract {
  @Override
  protected String name() {
    return "popularity";
  }

  @Override
  protected boolean personal() {
    return false;
  }

  @Test
  void addsStrengthsUpAndIgnoresDislikes() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL).item("c");
    long now = Tastes.NOW.toEpochMilli();
    events.add("u", "a", 2, now).add("v", "a", 0.5f, 0).add("v", "a", -1, now);
    events.add("u", "b", -1, now);
    Run run = new Run("popularity", "1", 1, 1, Progress.NONE);
    Model model = Popularity.DEFAULT.train(new Dataset(events.build(), List.of()), run);
    assertThat(FieldScores.of(model, "a").number("model.popularity"))
        .isCloseTo(Math.log(2.5), within(1e-12));
    assertThat(FieldScores.of(model, "b").isEmpty()).isTrue();
    assertThat(FieldScores.of(model, "c").isEmpty()).isTrue();
  }

  @Test
  void sumsInLogSpaceDoNotOverflow() {
    assertThat(DemandModel.logSum(3000, 3000)).isCloseTo(3000 + Math.log(2), within(1e-12));
    assertThat(DemandModel.logSum(Double.NEGATIVE_INFINITY, 1)).isEqualTo(1);
    assertThat(DemandModel.logSum(1, -1e9)).isEqualTo(1);
    assertThat(DemandModel.logSum(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY))
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
