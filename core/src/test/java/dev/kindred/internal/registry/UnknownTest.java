package dev.kindred.internal.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownTest {
  private static final List<String> KNOWN = List.of("als", "recency");

  @Test
  void guessesWhatWasMeant() {
    assertThat(Unknown.message("signal", "recncy", KNOWN))
        .isEqualTo("unknown signal \"recncy\"; did you mean recency? known: als, recency");
  }

  @Test
  void doesNotGuessWildly() {
    assertThat(Unknown.message("signal", "price", KNOWN))
        .isEqualTo("unknown signal \"price\"; known: als, recency");
  }

  @Test
  void countsEdits() {
    assertThat(Unknown.distance("", "abc")).isEqualTo(3);
    assertThat(Unknown.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(Unknown.distance("same", "same")).isZero();
  }

  @Test
  void registryAnswersAndRefuses() {
    Registry<Integer> registry = new Registry<>("number", Map.of("one", 1, "two", 2));
    assertThat(registry.get("two")).isEqualTo(2);
    assertThat(registry.nameOf(1)).isEqualTo("one");
    assertThat(registry.names()).containsExactly("one", "two");
    assertThatThrownBy(() -> registry.get("twoo")).hasMessageContaining("did you mean two?");
    assertThatThrownBy(() -> registry.nameOf(3)).hasMessageContaining("not a registered number");
  }
}
