package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.request.Recommendations.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
  private final Words words = Words.forSeeds(List.of());

  @Test
  void namesWhatWasLiked() {
    Reason related = new Reason("related", List.of("carmilla", "frankenstein"), 0.414);
    assertThat(words.of(List.of(related)))
        .isEqualTo("because you liked carmilla, frankenstein (related 41 %)");
  }

  @Test
  void namesWhatMoreIsWantedOf() {
    Reason related = new Reason("itemknn", List.of("dracula"), 0.5);
    assertThat(Words.forSeeds(List.of("dracula")).of(List.of(related)))
        .isEqualTo("because it is near dracula (itemknn 50 %)");
  }

  @Test
  void namesSharedWords() {
    Reason content = new Reason("content", List.of("vampire", "castle"), 0.3);
    assertThat(words.of(List.of(content))).isEqualTo("similar words: vampire, castle (30 %)");
  }

  @Test
  void saysWhatSpeaksForItself() {
    Reason popularity = new Reason("popularity", List.of(), 0.125);
    Reason unknown = new Reason("als", List.of(), 0.2);
    assertThat(words.of(List.of(unknown, popularity)))
        .isEqualTo("your taste (als 20 %); popular (13 %)");
  }

  @Test
  void tellsWhatIsOftenChosenFromWhatWasNamed() {
    Reason preference = new Reason("preference", List.of("books"), 0.1);
    assertThat(words.of(List.of(preference))).isEqualTo("you often choose: books (10 %)");
    assertThat(Words.forSeeds(List.of("dracula")).of(List.of(preference)))
        .isEqualTo("of the same kind: books (10 %)");
  }

  @Test
  void hasNothingToSayWithoutReasons() {
    assertThat(words.of(List.of())).isEmpty();
  }
}
