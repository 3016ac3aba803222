package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitParserTest {
  @Test
  void passesTheSeedOn() {
    assertThat(Split.parse("random:0.8", 7)).isEqualTo(new RandomSplit(0.8, 7));
    assertThat(Split.parse("users:0.5", 7)).isEqualTo(new UserSplit(0.5, 7));
    assertThat(Split.parse("folds:3", 7)).isEqualTo(new Folds(3, 7));
    assertThat(Split.parse("leave-last:3", 7)).isEqualTo(new LeaveLast(3));
    assertThat(Split.parse("leave-one-out", 7)).isEqualTo(new LeaveLast(1));
  }

  @ParameterizedTest
  @CsvSource({
    "time, time:0.9",
    "time:, time:0.9",
    "time:soon, time:0.9",
    "random, random:0.8",
    "folds:x, folds:5",
    "leave-one-out:2, leave-one-out"
  })
  void aMissingNumberIsNamedWithItsForm(String text, String form) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.parse(text, 1))
        .withMessage("split \"" + text + "\" is not of the form " + form);
  }

  @ParameterizedTest
  @ValueSource(strings = {"time:0", "time:1", "time:1.5", "time:NaN", "random:-1", "users:2"})
  void aShareOutOfRangeIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.parse(text, 1))
        .withMessageContaining("must be between 0 and 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"folds:1", "folds:101", "folds:2.5", "leave-last:0", "leave-last:1.5"})
  void aNumberOutOfRangeIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Split.parse(text, 1));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Split.parse("leave-one-aut", 1))
        .withMessage(
            "unknown split \"leave-one-aut\"; did you mean leave-one-out? known: folds,"
                + " leave-last, leave-one-out, random, time, users");
  }
}
