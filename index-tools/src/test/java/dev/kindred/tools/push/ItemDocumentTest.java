package dev.kindred.tools.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profiles;
import dev.kindred.data.Dataset;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Checkerboard;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemDocumentTest {
  private static final Dataset DATA = Checkerboard.dataset();

  private static Model train(String name, Map<String, String> parameters) {
    Run run = new Run(name, "1", 7, 1, Progress.NONE);
    return Trainers.create(name, parameters).train(DATA, run);
  }

  private static final List<Model> MODELS =
      List.of(
          train("als", Map.of("factors", "4")),
          train("itemknn", Map.of()),
          train("popularity", Map.of()));

  private static final Schema SCHEMA =
      new Schema(
          List.of("title"),
          List.of("genre"),
          List.of("price"),
          "published",
          null,
          Map.of("image", 3),
          "english");

  /** Its dates take numbers for milliseconds, and only years of four digits for years. */
  @Test
  void timesThatTheEngineWouldReadOtherwiseAreInstants() {
    Map<Object, String> written =
        Map.of(
            1961,
            "1961",
            -200,
            "-0200-01-01T00:00:00Z",
            400,
            "0400-01-01T00:00:00Z",
            1_700_000_000,
            "2023-11-14T22:13:20Z",
            1_700_000_000_000L,
            "1700000000000",
            "1961",
            "1961",
            "2024-05",
            "2024-05",
            "2024-05-01",
            "2024-05-01",
            "2024-05-01 10:00",
            "2024-05-01T10:00:00Z",
            "2024-05-01T10:00:00Z",
            "2024-05-01T10:00:00Z");
    written.forEach(
        (time, expected) -> {
          ObjectNode document =
              new ItemDocument(SCHEMA, List.of()).of(new Item("i", Map.of("published", time)));
          assertThat(document.path("published").asText()).as("%s", time).isEqualTo(expected);
        });
    assertThat(new ItemDocument(SCHEMA, List.of()).of(new Item("i", Map.of())).isEmpty()).isTrue();
  }

  @Test
  void holdsTheItemAndWhatModelsWrote() {
    Item item = DATA.items().iterator().next();
    ObjectNode document = new ItemDocument(SCHEMA, MODELS).of(item);
    item.fields().keySet().forEach(field -> assertThat(document.has(field)).as(field).isTrue());
    JsonNode model = document.path("model");
    assertThat(model.path("als")).hasSize(4);
    assertThat(model.path("itemknn").path("terms").properties()).isNotEmpty();
    assertThat(model.path("popularity").isNumber()).isTrue();
  }

  @Test
  void aNetworksVectorIsAnArray() {
    Model network = train("neumf", Map.of("epochs", "1"));
    Item item = DATA.items().iterator().next();
    int dims = network.manifest().fields().getFirst().dimension();
    JsonNode written = new ItemDocument(SCHEMA, List.of(network)).of(item).path("model");
    assertThat(written.path("neumf")).hasSize(dims);
    Profiles profiles = new Profiles(Map.of(), EventWeights.EQUAL);
    JsonNode field =
        new ClusterMapping(SCHEMA, profiles, List.of(network))
            .body(1, 0, "users")
            .at("/mappings/properties/model/properties/neumf");
    assertThat(field.path("type").asText()).isEqualTo("kindred_floats");
    assertThat(field.path("dims").asInt()).isEqualTo(dims);
  }

  @Test
  void aFieldNamedLikeTheModelsIsRefused() {
    Item item = new Item("phone", Map.of("model", "X100"));
    assertThatThrownBy(() -> new ItemDocument(SCHEMA, MODELS).of(item))
        .hasMessageContaining("'phone'")
        .hasMessageContaining("rename");
  }

  @Test
  void theMappingHasAFieldForEachAndTheFactsOfTheIndex() {
    Profiles profiles = new Profiles(Map.of(), EventWeights.EQUAL);
    JsonNode body = new ClusterMapping(SCHEMA, profiles, MODELS).body(3, 1, "shop-users");
    JsonNode mappings = body.path("mappings");
    JsonNode fields = mappings.path("properties");
    assertThat(fields.path("title").path("analyzer").asText()).isEqualTo("kindred_english");
    assertThat(fields.path("genre").path("fields").has("text")).isTrue();
    assertThat(fields.path("published").path("type").asText()).isEqualTo("date");
    assertThat(fields.path("image").path("dims").asInt()).isEqualTo(3);
    JsonNode models = fields.path("model").path("properties");
    assertThat(models.path("als").path("type").asText()).isEqualTo("kindred_vector");
    assertThat(models.path("itemknn").path("type").asText()).isEqualTo("kindred_sparse");
    assertThat(models.path("popularity").path("type").asText()).isEqualTo("kindred_number");
    JsonNode facts = mappings.path("_meta").path("kindred");
    assertThat(facts.path("users").asText()).isEqualTo("shop-users");
    assertThat(facts.path("models").path("als").asText()).isEqualTo("als@1");
    assertThat(body.path("settings").path("index").path("number_of_shards").asInt()).isEqualTo(3);
  }
}
