package dev.kindred.tools.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Profiles;
import dev.kindred.data.EventWeights;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterMappingTest {
  private static final Path STORED =
      Path.of("..", "core", "src", "test", "resources", "artifacts", "v1");
  private static final Schema PLAIN =
      new Schema(List.of("title"), List.of(), List.of(), null, null, Map.of(), null);

  private static JsonNode properties(String kind) throws IOException {
    Model model = Models.load(STORED.resolve(kind));
    Profiles profiles = new Profiles(Map.of(), EventWeights.EQUAL);
    return new ClusterMapping(PLAIN, profiles, List.of(model))
        .body(1, 0, "users")
        .at("/mappings/properties/model/properties");
  }

  @Test
  void aModelsFieldsAreMapped() throws IOException {
    assertThat(properties("als").at("/als/type").asText()).isEqualTo("kindred_vector");
    assertThat(properties("neumf").at("/neumf/type").asText()).isEqualTo("kindred_floats");
    assertThat(properties("userknn").at("/userknn/type").asText()).isEqualTo("kindred_sparse");
  }

  @Test
  void whatNoDocumentCanHoldTogetherIsRefused() {
    assertThatThrownBy(() -> properties("widedeep"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a model writes model.widedeep and model.widedeep.wide, which a cluster's document"
                + " cannot hold together; build the index without that model to push it");
  }
}
