package dev.kindred.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"he", "her", "who", "before", "the"})
  void pronounsAndTheirKinExplainNothing(String word) {
    assertThat(CommonWords.contains("english", word)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vampire", "sea", "love", ""})
  void otherWordsDo(String word) {
    assertThat(CommonWords.contains("english", word)).isFalse();
  }

  @Test
  void theListIsEnglish() {
    assertThat(CommonWords.contains("german", "he")).isFalse();
  }
}
