package dev.kindred.tools.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Profiles;
import dev.kindred.data.EventWeights;
import dev.kindred.data.IdMap;
import dev.kindred.index.Schema;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.demand.DemandModel;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterMappingTest {
  private static final Path STORED =
      Path.of("..", "core", "src", "test", "resources", "artifacts", "v1");
  private static final Schema PLAIN =
      new Schema(List.of("title"), List.of(), List.of(), null, null, Map.of(), null);

  private static JsonNode mappings(String... kinds) throws IOException {
    List<Model> models = new ArrayList<>();
    for (String kind : kinds) {
      models.add(Models.load(STORED.resolve(kind)));
    }
    Profiles profiles = new Profiles(Map.of(), EventWeights.EQUAL);
    return new ClusterMapping(PLAIN, profiles, models).body(1, 0, "users").path("mappings");
  }

  private static JsonNode properties(String kind) throws IOException {
    return mappings(kind).at("/properties/model/properties");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  @Test
  void aModelsFieldsAreMapped() throws IOException {
    assertThat(properties("als").at("/als/type").asText()).isEqualTo("kindred_vector");
    assertThat(properties("neumf").at("/neumf/type").asText()).isEqualTo("kindred_floats");
    assertThat(properties("userknn").at("/userknn/type").asText()).isEqualTo("kindred_sparse");
    assertThat(properties("content"))
        .isEqualTo(json("{'content': {'type': 'kindred_sparse', 'lengths': true}}"));
    assertThat(properties("cold").at("/cold/properties/als/type").asText())
        .isEqualTo("kindred_number");
  }

  @Test
  void aFieldBelowAnotherIsOneOfItsFields() throws IOException {
    assertThat(properties("gfcf"))
        .isEqualTo(
            json(
                """
                {'gfcf': {'type': 'kindred_sparse', 'lengths': false,
                          'fields': {'low': {'type': 'kindred_vector', 'dims': 2}}}}
                """));
    assertThat(properties("widedeep"))
        .isEqualTo(
            json(
                """
                {'widedeep': {'type': 'kindred_floats', 'dims': 7,
                              'fields': {'wide': {'type': 'kindred_sparse', 'lengths': false}}}}
                """));
  }

  @Test
  void templatesMapWhatComesLater() throws IOException {
    JsonNode mappings = mappings("als", "content", "demand", "gfcf", "related");
    assertThat(mappings.path("dynamic").asText()).isEqualTo("false_allow_templates");
    List<String> names = new ArrayList<>();
    mappings.path("dynamic_templates").forEach(one -> names.add(one.fieldNames().next()));
    assertThat(names)
        .containsExactly(
            "kindred_like_als",
            "kindred_like_content",
            "kindred_like_gfcf",
            "kindred_shares",
            "kindred_terms",
            "kindred_whole_numbers",
            "kindred_numbers");
    assertThat(mappings.at("/dynamic_templates/0/kindred_like_als"))
        .isEqualTo(
            json(
                """
                {'path_match': 'model.als-*', 'match_mapping_type': 'object',
                 'mapping': {'type': 'kindred_vector', 'dims': 5}}
                """));
    assertThat(mappings.at("/dynamic_templates/6/kindred_numbers"))
        .isEqualTo(
            json(
                """
                {'path_match': 'model.*', 'match_mapping_type': 'double',
                 'mapping': {'type': 'kindred_number'}}
                """));
  }

  /** The engine leaves out an object that is neither mapped nor matched by a template. */
  @Test
  void theObjectOfModelsIsMappedWithoutAny() throws IOException {
    assertThat(mappings().at("/properties/model")).isEqualTo(json("{'properties': {}}"));
  }

  private static Model demand(String name) {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "demand",
            name,
            "1",
            Instant.EPOCH,
            Map.of(),
            Map.of(),
            Map.of(),
            DemandModel.fields(name));
    return new DemandModel(manifest, IdMap.of(List.of("dracula")), new double[] {1});
  }

  @Test
  void whatNoDocumentCanHoldTogetherIsRefused() {
    Profiles profiles = new Profiles(Map.of(), EventWeights.EQUAL);
    List<Model> models = List.of(demand("popularity"), demand("popularity.week"));
    ClusterMapping mapping = new ClusterMapping(PLAIN, profiles, models);
    assertThatThrownBy(() -> mapping.body(1, 0, "users"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model.popularity, a number, and model.popularity.week");
  }
}
