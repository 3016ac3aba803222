package dev.kindred;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.EventWeights;
import dev.kindred.internal.registry.Registry;
import dev.kindred.request.Request;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * All rankings of one index and how strongly each event type speaks. Immutable and thread-safe.
 *
 * @param byName profiles by their names
 * @param weights by event type
 */
public record Profiles(Map<String, Profile> byName, EventWeights weights) {
  /** The profile of a request with text. */
  public static final String SEARCH = "search";

  /** The profile of a request with liked or unliked items. */
  public static final String SIMILAR = "similar";

  /** The profile of every other request. */
  public static final String HOME = "home";

  /** What a session leads to; a request names it. */
  public static final String NEXT = "next";

  /** What goes with liked items, such as those of a cart; a request names it. */
  public static final String CART = "cart";

  public Profiles {
    byName = Map.copyOf(byName);
  }

  /**
   * The profile the request names, or the one for its kind.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
   */
  public Profile of(Request request) {
    return new Registry<>("profile", byName).get(nameFor(request));
  }

  private static String nameFor(Request request) {
    if (!request.profile().isEmpty()) {
      return request.profile();
    }
    if (!request.like().isEmpty() || !request.unlike().isEmpty()) {
      return SIMILAR;
    }
    return request.text().isBlank() ? HOME : SEARCH;
  }

  /** Reads {@code {"weights": {type: weight}, "profiles": {name: profile}}}. */
  public static Profiles parse(JsonNode json) {
    Map<String, Profile> byName = new LinkedHashMap<>();
    json.path("profiles")
        .properties()
        .forEach(
            entry -> byName.put(entry.getKey(), Profile.parse(entry.getKey(), entry.getValue())));
    Map<String, Double> weights = new LinkedHashMap<>();
    json.path("weights")
        .properties()
        .forEach(entry -> weights.put(entry.getKey(), entry.getValue().asDouble()));
    return new Profiles(byName, new EventWeights(weights));
  }

  /** The JSON that {@link #parse} reads, with keys in a fixed order. */
  public JsonNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ObjectNode types = json.putObject("weights");
    new TreeMap<>(weights.byType()).forEach(types::put);
    ObjectNode profiles = json.putObject("profiles");
    new TreeMap<>(byName).forEach((name, profile) -> profiles.set(name, profile.toJson()));
    return json;
  }
}
