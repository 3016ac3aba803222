package dev.kindred.examples.bookshop.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import java.util.TreeSet;

/** The body of a request that writes: a JSON object of texts. Immutable. */
record Body(JsonNode object) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 200;

  /**
   * @param known the keys that are understood
   */
  static Body of(String text, Set<String> known) {
    JsonNode object = parse(text);
    object
        .properties()
        .forEach(
            entry -> {
              if (!known.contains(entry.getKey())) {
                throw new BadRequest(
                    "unknown key '"
                        + entry.getKey()
                        + "'; known: "
                        + String.join(", ", new TreeSet<>(known)));
              }
              if (!entry.getValue().isTextual() || entry.getValue().asText().length() > LONGEST) {
                throw new BadRequest(
                    "'"
                        + entry.getKey()
                        + "' must be a text of at most "
                        + LONGEST
                        + " characters");
              }
            });
    return new Body(object);
  }

  private static JsonNode parse(String text) {
    try {
      JsonNode tree = JSON.readTree(text);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JsonProcessingException e) {
      throw new BadRequest("the body is not JSON: " + e.getOriginalMessage());
    }
    throw new BadRequest("the body must be a JSON object");
  }

  String required(String key) {
    String value = optional(key);
    if (value == null) {
      throw new BadRequest("'" + key + "' is missing");
    }
    return value;
  }

  /** Null when absent or empty. */
  String optional(String key) {
    String value = object.path(key).asText("");
    return value.isBlank() ? null : value;
  }
}
