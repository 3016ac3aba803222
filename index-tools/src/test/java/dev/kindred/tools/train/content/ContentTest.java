package dev.kindred.tools.train.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.content.ContentModel;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContentTest extends TrainerContract {
  @Override
  protected String name() {
    return "content";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("keywords", "category", "half_life", "");
  }

  @Test
  void readsListsAndDurations() {
    assertThat(
            Trainers.create(
                "content", Map.of("text", "title, plot", "keywords", "", "half_life", "P9D")))
        .isEqualTo(
            new Content(
                "english",
                List.of("title", "plot"),
                List.of(),
                100,
                20,
                java.time.Duration.ofDays(9)));
  }

  @Test
  void countsItemsAndWords() {
    Run run = new Run("content", "1", 1, 1, Progress.NONE);
    ContentModel model = Content.DEFAULT.train(Checkerboard.dataset(), run);
    assertThat(model.manifest().metrics()).isEqualTo(Map.of("items", 24.0, "terms", 2.0));
  }

  @Test
  void namesTheAnalyzersItKnows() {
    assertThatThrownBy(() -> Trainers.create("content", Map.of("analyzer", "englisch")))
        .hasMessageContaining("unknown analyzer \"englisch\"; did you mean english?");
  }
}
