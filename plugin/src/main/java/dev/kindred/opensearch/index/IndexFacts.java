package dev.kindred.opensearch.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.Profiles;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Polymorphic;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code _meta.kindred} of an index's mapping holds. Immutable and thread-safe.
 *
 * @param schema what the fields of items mean
 * @param profiles the rankings
 * @param ranking the same as JSON, so that comparing two indexes costs a request nothing
 * @param models {@code name@version} of every model that wrote into the items, by name
 * @param users the index of users
 */
public record IndexFacts(
    Schema schema, Profiles profiles, JsonNode ranking, Map<String, String> models, String users) {

  /** The key under {@code _meta}. */
  public static final String KEY = "kindred";

  /** The layout of {@code _meta.kindred} that this release writes and reads. */
  public static final int FORMAT = 1;

  public IndexFacts {
    models = Map.copyOf(models);
  }

  /** Whether the same models wrote into the items, and the same rankings are made of them. */
  public boolean ranksAs(IndexFacts other) {
    return other == this || (models.equals(other.models) && ranking.equals(other.ranking));
  }

  /**
   * Reads a mapping.
   *
   * @param index named in errors
   * @param mapping the mapping's source, without a type around it
   * @throws IllegalArgumentException when the index was not made for Kindred, or by a newer release
   */
  static IndexFacts parse(String index, Map<String, Object> mapping) {
    JsonNode facts = Polymorphic.json().valueToTree(mapping).path("_meta").path(KEY);
    if (!facts.isObject()) {
      throw new IllegalArgumentException(
          "index [" + index + "] has no _meta.kindred in its mapping; write it with kindred push");
    }
    if (facts.path("format").asInt() != FORMAT) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "index [%s] has _meta.kindred of format %s, this plugin reads %d;"
                  + " push it again with a matching release",
              index,
              facts.path("format"),
              FORMAT));
    }
    try {
      Schema schema = Polymorphic.json().treeToValue(facts.path("schema"), Schema.class);
      Map<String, String> models = new TreeMap<>();
      facts.path("models").properties().forEach(e -> models.put(e.getKey(), e.getValue().asText()));
      Profiles profiles = Profiles.parse(facts.path("ranking"));
      return new IndexFacts(
          schema, profiles, profiles.toJson(), models, facts.path("users").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "index [" + index + "] has a broken _meta.kindred: " + e.getOriginalMessage(), e);
    }
  }
}
