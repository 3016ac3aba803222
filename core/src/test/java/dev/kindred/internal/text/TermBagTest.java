package dev.kindred.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TermBagTest {
  @Test
  void countsTermsAndRemembersWords() {
    TermBag bag = new TermBag().addText("english", "Mysteries of a Mystery, the MYSTERY");
    assertThat(bag.counts()).isEqualTo(Map.of("mysteri", 3));
    assertThat(bag.word("mysteri")).isEqualTo("mysteries");
  }

  @Test
  void valuesAreWholeTerms() {
    TermBag bag =
        new TermBag().addValue("genre", "Science Fiction").addValue("genre", "x".repeat(999));
    assertThat(bag.counts()).containsEntry("genre=Science Fiction", 1).hasSize(2);
    assertThat(bag.word("genre=Science Fiction")).isEqualTo("Science Fiction");
    assertThat(bag.counts().lastKey()).hasSize("genre=".length() + 256);
  }

  @Test
  void everyAnalyzerWorksAndIsShared() {
    assertThat(Analyzers.names()).contains("english", "german", "standard", "whitespace");
    for (String name : Analyzers.names()) {
      assertThat(new TermBag().addText(name, "Zeppelin").counts()).as(name).hasSize(1);
      assertThat(Analyzers.get(name)).isSameAs(Analyzers.get(name));
    }
    assertThatThrownBy(() -> Analyzers.get("englsh")).hasMessageContaining("did you mean english?");
  }
}
