package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** An index and models that do not belong together. */
record Mismatch(Rest rest, String index) {
  void isRefusedWithTheReason() throws IOException {
    JsonNode found = rest.good("GET", "/" + index + "/_mapping", null);
    ObjectNode mappings = (ObjectNode) found.elements().next().path("mappings");
    String ease = mappings.at("/_meta/kindred/models/ease").asText();
    ((ObjectNode) mappings.at("/_meta/kindred/models")).put("ease", "ease@lost");
    create("orphan", mappings);
    String home = "{'profile': 'home', 'user': 'reader3'}";
    String lost = "written by model [ease@lost], which this cluster does not have";
    rest.refused("POST", "/_plugins/_kindred/orphan/_recommend", home, 409, lost);
    rest.refused("POST", "/orphan/_search", "{'query': {'kindred': " + home + "}}", 409, lost);
    rest.refused(
        "POST",
        "/orphan," + index + "/_search",
        "{'query': {'kindred': " + home + "}}",
        400,
        "were written by different models");
    ((ObjectNode) mappings.at("/_meta/kindred/models")).remove("ease");
    create("without", mappings);
    rest.refused(
        "POST",
        "/_plugins/_kindred/without/_recommend",
        "{'profile': 'ease', 'user': 'reader3'}",
        409,
        "asks model [ease], which did not write into index [without]");
    ((ObjectNode) mappings.at("/_meta/kindred")).put("format", 99);
    create("newer", mappings);
    rest.refused(
        "POST",
        "/_plugins/_kindred/newer/_recommend",
        home,
        400,
        "of format 99, this plugin reads");
    rest.refused(
        "DELETE",
        "/_plugins/_kindred/models/ease?version=" + ease.substring("ease@".length()),
        null,
        409,
        "wrote into an index that is still here");
    for (String made : new String[] {"orphan", "without", "newer"}) {
      rest.good("DELETE", "/" + made, null);
    }
  }

  private void create(String name, JsonNode mappings) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.putObject("settings").put("number_of_replicas", 0);
    body.set("mappings", mappings);
    rest.good("PUT", "/" + name, body.toString());
  }
}
