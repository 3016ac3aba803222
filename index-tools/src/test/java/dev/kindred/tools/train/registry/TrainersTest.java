package dev.kindred.tools.train.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Run;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sasrec | whole     | maybe | whole must be true or false, was maybe
          sasrec | factors   | many  | factors must be a whole number, was many
          sasrec | dropout   | some  | dropout must be a number, was some
          sasrec | loss      | hinge | loss must be one of SOFTMAX, SAMPLED, GBCE, BPR_MAX, was hinge
          als    | half_life | long  | half_life must be a duration such as P30D or PT12H, was long
          sasrec | heads     | 3     | heads must divide factors 64, was 3
          als    | factors   | ''    | factors must be a whole number, was empty
          als    | alpha     | ''    | alpha must be a number, was empty
          als    | solver    | ''    | solver must be one of AUTO, CHOLESKY, CG, was empty
          fm     | ordinal   | ''    | ordinal must be true or false, was empty
          content | analyzer | ''    | analyzer must be a name, was empty
          als    | half_life | PT0.0001S | half_life must be at least a millisecond, was PT0.0001S
          """)
  void aWrongValueIsNamedWithItsParameter(
      String model, String parameter, String value, String problem) {
    assertThatThrownBy(() -> Trainers.create(model, Map.of(parameter, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("model '" + model + "': " + problem);
  }

  @Test
  void aRunNamesWhatIsWrongWithIt() {
    assertThatThrownBy(() -> new Run("als", "1", 1, 0, Progress.NONE))
        .hasMessage("threads must be at least 1, was 0");
    assertThat(new Run("als", "second", 1, 1, Progress.NONE).time())
        .hasToString("1970-01-01T00:00:00Z");
  }
}
