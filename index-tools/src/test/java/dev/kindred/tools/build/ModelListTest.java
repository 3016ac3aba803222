package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.index.Schema;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which models are trained, with which parameters, in which order. */
class ModelListTest {
  private static final Schema BOOKS =
      new Schema(
          List.of("title", "plot"), List.of("author", "subject"), null, null, null, null, null);
  private static final Schema BARE = new Schema(null, null, null, null, null, null, null);

  private static ModelList list(Schema schema, int items) {
    return new ModelList(schema, schema.keywords(), EventRules.COMMON, items);
  }

  private static List<String> names(List<ModelSpec> models) {
    return models.stream().map(ModelSpec::name).toList();
  }

  private static ModelSpec named(List<ModelSpec> models, String name) {
    return models.stream().filter(model -> model.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void theCustomaryModelsComeCheapOnesFirst() {
    assertThat(names(list(BOOKS, 100).of(Map.of())))
        .containsExactly(
            "popularity",
            "trend",
            "content",
            "preference.author",
            "preference.subject",
            "itemknn",
            "ease",
            "als",
            "cold");
  }

  @Test
  void withoutEventsOnlyContentIsCustomary() {
    assertThat(names(list(BOOKS, 0).of(Map.of()))).containsExactly("content");
  }

  @Test
  void withoutWordsContentIsLeftOutAndSaidSo() {
    ModelList list = list(BARE, 100);
    assertThat(names(list.of(Map.of())))
        .containsExactly("popularity", "trend", "itemknn", "ease", "als");
    assertThat(list.notes()).singleElement().asString().contains("content");
  }

  @Test
  void easeIsCustomaryOnlyWhileItsMatrixFits() {
    assertThat(named(list(BARE, 4_000).of(Map.of()), "ease").parameters()).isEmpty();
    assertThat(named(list(BARE, 4_001).of(Map.of()), "ease").parameters())
        .containsEntry("neighbours", "500");
    ModelList large = list(BARE, 10_001);
    assertThat(names(large.of(Map.of()))).doesNotContain("ease").contains("als");
    assertThat(large.notes()).anyMatch(note -> note.contains("ease"));
    assertThat(names(large.of(Map.of("ease", Map.of())))).containsExactly("ease");
  }

  @Test
  void contentReadsWhatTheCatalogueHas() {
    ModelSpec content = named(list(BOOKS, 1).of(Map.of("content", Map.of())), "content");
    assertThat(content.parameters())
        .containsEntry("text", "title,plot")
        .containsEntry("keywords", "author,subject")
        .containsEntry("analyzer", "english");
    ModelSpec chosen =
        named(list(BOOKS, 1).of(Map.of("content", Map.of("text", "title"))), "content");
    assertThat(chosen.parameters()).containsEntry("text", "title");
  }

  @Test
  void contentThatWasAskedForNeedsSomethingToRead() {
    assertThatThrownBy(() -> list(BARE, 1).of(Map.of("content", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing to read");
  }

  @Test
  void aPreferenceOfANamedFieldIsOneModel() {
    List<ModelSpec> models =
        list(BOOKS, 1).of(Map.of("preference", Map.of("field", "author", "history", "5")));
    assertThat(models).hasSize(1);
    assertThat(models.getFirst().name()).isEqualTo("preference");
    assertThat(models.getFirst().parameters())
        .containsEntry("field", "author")
        .containsEntry("history", "5");
  }

  @Test
  void aPreferenceNeedsAKeywordField() {
    assertThatThrownBy(() -> list(BARE, 1).of(Map.of("preference", Map.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keyword field");
  }

  @Test
  void keywordFieldsThatNoItemHasMakeNoPreference() {
    ModelList list = new ModelList(BOOKS, List.of("author"), EventRules.COMMON, 1);
    assertThat(names(list.of(Map.of("preference", Map.of())))).containsExactly("preference");
  }

  @Test
  void theHalfLifeOfEventsIsTheDefaultOfModelsThatAge() {
    EventRules aging =
        new EventRules(
            EventColumns.COMMON,
            EventRules.COMMON.weights(),
            Optional.of(Duration.ofDays(3)),
            Optional.empty());
    ModelList list = new ModelList(BARE, List.of(), aging, 1);
    Map<String, Map<String, String>> asked = new LinkedHashMap<>();
    asked.put("trend", Map.of("half_life", "P1D"));
    asked.put("itemknn", Map.of());
    asked.put("als", Map.of());
    asked.put("popularity", Map.of());
    List<ModelSpec> models = list.of(asked);
    assertThat(named(models, "trend").parameters()).containsEntry("half_life", "P1D");
    assertThat(named(models, "itemknn").parameters()).containsEntry("half_life", "PT72H");
    assertThat(named(models, "als").parameters()).containsEntry("half_life", "PT72H");
    assertThat(named(models, "popularity").parameters()).isEmpty();
  }

  @Test
  void unknownNamesAreRefusedAtOnce() {
    assertThatThrownBy(() -> list(BOOKS, 1).of(Map.of("contnt", Map.of())))
        .hasMessageContaining("did you mean content?");
    assertThatThrownBy(() -> list(BOOKS, 1).of(Map.of("ease", Map.of("lambda", "3"))))
        .hasMessageContaining("unknown parameter of ease \"lambda\"");
  }

  @Test
  void modelsThatDescribeItemsAreGivenTheCataloguesFields() {
    Schema priced =
        new Schema(List.of("title"), List.of("author"), List.of("price"), null, null, null, null);
    ModelSpec tower = named(list(priced, 10).of(Map.of("twotower", Map.of())), "twotower");
    assertThat(tower.parameters())
        .containsEntry("keywords", "author")
        .containsEntry("numbers", "price");
    ModelSpec chosen =
        named(list(priced, 10).of(Map.of("widedeep", Map.of("keywords", "shelf"))), "widedeep");
    assertThat(chosen.parameters()).containsEntry("keywords", "shelf");
  }
}
