package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.model.Encodings;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NeuMfTest extends DeepContract {
  @Override
  protected String name() {
    return "neumf";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of(
        "factors",
        "8",
        "embedding",
        "8",
        "layers",
        "8,4",
        "batch",
        "16",
        "epochs",
        "40",
        "validation",
        "0",
        "learning_rate",
        "0.01");
  }

  @Test
  void theLossFalls() {
    List<Double> losses = new ArrayList<>();
    Run run = new Run("neumf", "1", 3, 1, (done, total, loss) -> losses.add(loss));
    Trainers.create("neumf", parameters()).train(Checkerboard.dataset(), run);
    assertThat(losses).hasSize(40);
    assertThat(losses.getLast()).isLessThan(losses.getFirst() / 2);
  }

  @Test
  void dropoutAndRegularizationChangeTheModel() throws Exception {
    Model plain = train(Map.of());
    assertThat(text(train(Map.of("dropout", "0.5")))).isNotEqualTo(text(plain));
    assertThat(text(train(Map.of("regularization", "0.1")))).isNotEqualTo(text(plain));
  }

  private Model train(Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(parameters());
    all.put("epochs", "2");
    all.putAll(more);
    Run run = new Run("neumf", "1", 3, 1, Progress.NONE);
    return Trainers.create("neumf", all).train(Checkerboard.dataset(), run);
  }

  private static String text(Model model) throws Exception {
    return Encodings.text(model.encode(Tastes.liking("i1", "i3"), Tastes.among()));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("neumf", Map.of("dropout", "1")))
        .hasMessage("model 'neumf': dropout must be 0 to 0.95, was 1");
    assertThatThrownBy(() -> Trainers.create("neumf", Map.of("layers", "")))
        .hasMessage("model 'neumf': layers must name at least one width");
    assertThatThrownBy(() -> Trainers.create("neumf", Map.of("factors", "0")))
        .hasMessage("model 'neumf': factors must be 1 to 1024, was 0");
    assertThatThrownBy(() -> Trainers.create("neumf", Map.of("negatives", "0")))
        .hasMessage("model 'neumf': negatives must be at least 1, was 0");
  }
}
