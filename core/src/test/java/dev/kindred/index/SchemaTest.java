package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.rank.BlendRescorer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
  private static Schema text(String... fields) {
    return new Schema(List.of(fields), null, null, null, null, null, null);
  }

  @Test
  void isTheSameAfterWritingAndReading(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("schema.json");
    Books.SCHEMA.write(file);
    assertThat(Schema.read(file)).isEqualTo(Books.SCHEMA);
    assertThat(Schema.read(file).digest()).isEqualTo(Books.SCHEMA.digest());
  }

  @Test
  void readsTheFirstFormat() throws IOException {
    String stored =
        "{\"text\":[\"title\"],\"keywords\":[\"tag\"],\"numbers\":[\"price\"],\"time\":\"made\","
            + "\"domain\":null,\"vectors\":{\"v\":3},\"analyzer\":\"standard\"}";
    Schema schema = Polymorphic.json().readValue(stored, Schema.class);
    assertThat(schema)
        .isEqualTo(
            new Schema(
                List.of("title"),
                List.of("tag"),
                List.of("price"),
                "made",
                null,
                Map.of("v", 3),
                "standard"));
    assertThat(schema.json()).isEqualTo(stored);
  }

  @Test
  void everythingIsOptional() throws IOException {
    Schema schema = Polymorphic.json().readValue("{}", Schema.class);
    assertThat(schema.fieldNames()).isEmpty();
    assertThat(schema.analyzer()).isEqualTo("english");
    assertThat(new Schema(null, null, null, "", "", null, null).time()).isNull();
  }

  @Test
  void namesTheFileThatIsNoSchema(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("schema.json"), "{\"txt\":[]}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schema.read(file))
        .withMessageContaining(file.toString())
        .withMessageContaining("txt");
  }

  @Test
  void knowsItsFields() {
    assertThat(Books.SCHEMA.fieldNames())
        .containsExactlyInAnyOrder(
            "title", "description", "author", "tags", "price", "published", "shelf", "cover");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_id", "_tie", "_mine", "model.als"})
  void keepsSystemNamesToItself(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text(name))
        .withMessage(
            "text field '%s': names starting with '_' or 'model.' are reserved; rename the field",
            name);
  }

  @Test
  void aFieldHasOneMeaning() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schema(List.of("a"), List.of("a"), null, null, null, null, null))
        .withMessage("field 'a' is named twice, as text and as keyword; a field has one meaning");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schema(null, null, List.of("t"), "t", null, null, null))
        .withMessageContaining("'t' is named twice, as number and as time");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schema(null, null, null, "t", "t", null, null))
        .withMessageContaining("as time and as domain");
  }

  @Test
  void theWordsOfAKeywordHaveAPlaceOfTheirOwn() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Schema(List.of("tag.text"), List.of("tag"), null, null, null, null, null))
        .withMessageContaining("'tag.text'")
        .withMessageContaining("'tag'");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 1025})
  void refusesImpossibleDimensions(int dimension) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schema(null, null, null, null, null, Map.of("v", dimension), null))
        .withMessage("vector field 'v' has " + dimension + " dimensions; expected 1 to 1024");
  }

  @Test
  void namesTheKnownAnalyzers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schema(null, null, null, null, null, null, "englsh"))
        .withMessageContaining("did you mean english?");
  }

  @Test
  void digestTellsSchemasApart() {
    assertThat(text("a").digest())
        .hasSize(64)
        .isEqualTo(text("a").digest())
        .isNotEqualTo(text("b").digest());
  }

  @Test
  void rankingLooksForTiesWhereTheyAre() {
    assertThat(Schema.TIE).isEqualTo(BlendRescorer.TIE_FIELD);
  }
}
