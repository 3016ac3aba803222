package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  private static final Suggestions SUGGESTIONS =
      new Suggestions(
          List.of(
              item("a", "The Élan of Études", "Zoë Müller", "music", "books"),
              item("b", "Elephants", "Ann Other", "animals", "books"),
              item("c", "Elan", "Ann Other", "animals", "films")));

  private static Item item(String id, String title, String author, String subject, String domain) {
    return new Item(
        id,
        Map.of("title", title, "author", author, "subjects", List.of(subject), "domain", domain));
  }

  private static List<String> texts(String typed, String domain) {
    return SUGGESTIONS.of(typed, domain).stream().map(Suggestions.Suggestion::text).toList();
  }

  @Test
  void accentsAndCapitalsDoNotMatter() {
    assertThat(texts("ELAN", "books")).containsExactly("The Élan of Études");
    assertThat(texts("mull", null)).containsExactly("Zoë Müller");
  }

  @Test
  void whatBeginsSoComesFirst() {
    assertThat(texts("el", null)).containsExactly("Elephants", "Elan", "The Élan of Études");
  }

  @Test
  void anAuthorIsSuggestedOnceADomain() {
    assertThat(texts("ann", "books")).containsExactly("Ann Other");
    assertThat(SUGGESTIONS.of("ann", "films")).hasSize(1);
  }

  @Test
  void theMiddleOfAWordAndBlanksFindNothing() {
    assertThat(texts("lan", null)).isEmpty();
    assertThat(texts("  ", null)).isEmpty();
  }
}
