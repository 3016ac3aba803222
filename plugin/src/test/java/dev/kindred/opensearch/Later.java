package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.List;

/** Fields that no push has mapped, brought by a plain {@code _bulk}. */
record Later(Rest rest, String index) {
  void areMappedByTemplates() throws IOException, InterruptedException {
    int dims = model().at("/als/dims").asInt();
    JsonNode done =
        rest.lines(
            "/" + index + "/_bulk?refresh=true",
            head("later1"),
            "{'title': 'Later', 'colour': 'red', 'model': {'als-next': "
                + Collections.nCopies(dims, 0.25)
                + ", 'rules': {'terms': {'+book1': 7}}, 'clicks': 3, 'posterior': 0.25}}",
            head("later2"),
            "{'model': {'als-next': [0.25]}}",
            head("later3"),
            "{'model': {'bpr': [0.25, 0.5]}}");
    assertThat(status(done, 0)).as("%s", done).isEqualTo(201);
    assertThat(status(done, 1)).isEqualTo(400);
    assertThat(done.at("/items/1").toString()).contains("has 1 numbers, its dims are " + dims);
    assertThat(status(done, 2)).isEqualTo(400);
    assertThat(done.at("/items/2").toString()).contains("as kindred_vector with its dims");
    JsonNode model = model();
    assertThat(model.at("/als-next/type").asText()).isEqualTo("kindred_vector");
    assertThat(model.at("/als-next/dims").asInt()).isEqualTo(dims);
    assertThat(model.at("/rules/type").asText()).isEqualTo("kindred_sparse");
    for (String number : List.of("clicks", "posterior")) {
      assertThat(model.path(number).path("type").asText()).isEqualTo("kindred_number");
    }
    assertThat(model.has("bpr")).isFalse();
    assertThat(properties().has("colour")).as("what no template matches").isFalse();
    String exists = "{'query': {'exists': {'field': 'model.als-next'}}}";
    JsonNode found = rest.good("POST", "/" + index + "/_search", exists);
    assertThat(Rest.ids(found)).containsExactly("later1");
  }

  private static String head(String id) {
    return "{'create': {'_id': '" + id + "'}}";
  }

  private static int status(JsonNode done, int at) {
    return done.path("items").path(at).path("create").path("status").asInt();
  }

  private JsonNode properties() throws IOException {
    JsonNode mapping = rest.good("GET", "/" + index + "/_mapping", null);
    return mapping.elements().next().at("/mappings/properties");
  }

  private JsonNode model() throws IOException {
    return properties().at("/model/properties");
  }
}
