package dev.kindred.tools.train.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainersTest {
  @Test
  void suggestsTheNameThatWasMeant() {
    assertThatThrownBy(() -> Trainers.create("itemkn"))
        .hasMessageStartingWith("unknown model \"itemkn\"; did you mean itemknn? known: als, ");
  }

  @Test
  void everyTrainerComesBackFromItsOwnParameters() {
    assertThat(Trainers.names()).contains("als", "content", "ease", "itemknn", "popularity");
    for (String name : Trainers.names()) {
      Map<String, String> shown = new java.util.TreeMap<>(Trainers.parameters(name));
      assertThat(Trainers.create(name, shown)).as(name).isEqualTo(Trainers.create(name));
      assertThat(Provenance.algorithm((Record) Trainers.create(name))).isEqualTo(name);
    }
  }

  @Test
  void readsEnumsInEitherCase() {
    assertThat(Trainers.create("itemknn", Map.of("similarity", "adjusted_cosine")))
        .isEqualTo(Trainers.create("itemknn", Map.of("similarity", "ADJUSTED_COSINE")));
  }

  @Test
  void aRunNamesWhatIsWrongWithIt() {
    assertThatThrownBy(() -> new Run("als", "1", 1, 0, Progress.NONE))
        .hasMessage("threads must be at least 1, was 0");
    assertThat(new Run("als", "second", 1, 1, Progress.NONE).time())
        .hasToString("1970-01-01T00:00:00Z");
  }
}
