package dev.kindred.tools.train.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.Tastes;
import dev.kindred.model.content.PreferenceModel;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferenceTest extends TrainerContract {
  @Override
  protected String name() {
    return "preference";
  }

  /** It ranks categories, which the catalogue's own field answers. */
  @Override
  protected boolean personal() {
    return false;
  }

  @Test
  void namesTheCategoriesOfTheHistory() throws Exception {
    Run run = new Run("preference", "1", 1, 1, Progress.NONE);
    PreferenceModel model = Preference.DEFAULT.train(Checkerboard.dataset(), run);
    Encoding encoding =
        model.encode(Tastes.liking("i3"), Tastes.among(new Item("i3", Map.of("category", "c1"))));
    assertThat(encoding).isEqualTo(new Encoding.Sparse("category", Map.of("c1", 1f), "", Map.of()));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("preference", Map.of("history", "0")))
        .hasMessage("model 'preference': history must be at least 1, was 0");
  }
}
