package dev.kindred;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.arrange.Arranger;
import dev.kindred.arrange.Arrangers;
import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.rank.Normalizers;
import dev.kindred.rank.Part;
import dev.kindred.rank.Signals;
import dev.kindred.rank.WeightedSum;
import dev.kindred.rank.combine.Combiners;
import dev.kindred.request.Feature;
import dev.kindred.request.Filter;
import dev.kindred.request.Gate;
import dev.kindred.retrieve.Retriever;
import dev.kindred.retrieve.Retrievers;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Profiles as JSON; every unknown key is an error that names the known ones. */
final class ProfileJson {
  private static final Set<String> PROFILE_KEYS =
      new TreeSet<>(
          Set.of("window", "retrievers", "signals", "arrangers", "seen", "combiner", "filter"));
  private static final Set<String> PART_KEYS =
      new TreeSet<>(Set.of("name", "signal", "normalizer", "weight", "missing", "gate"));
  private static final Set<String> GATE_KEYS =
      new TreeSet<>(Set.of("feature", "pivot", "from", "to"));
  private static final int DEFAULT_WINDOW = 500;

  private ProfileJson() {}

  static Profile read(String name, JsonNode json) {
    try {
      requireKeys("profile key", json, PROFILE_KEYS);
      return new Profile(
          name,
          list(json, "retrievers", Retrievers.JSON),
          parts(list(json, "signals")),
          window(json),
          list(json, "arrangers", Arrangers.JSON),
          seen(json.path("seen")),
          json.has("combiner") ? Combiners.JSON.read(json.get("combiner")) : null,
          filter(list(json, "filter")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("profile '" + name + "': " + e.getMessage(), e);
    }
  }

  private static List<Filter.Condition> filter(JsonNode json) {
    List<Filter.Condition> conditions = new ArrayList<>();
    json.forEach(node -> conditions.add(Filter.Condition.parse(node.asText())));
    return conditions;
  }

  private static int window(JsonNode json) {
    double window = number(json, "window", DEFAULT_WINDOW);
    require(window == (int) window, json, "window", "a whole number");
    return (int) window;
  }

  /** Null counts as left out; what is no number is an error. */
  private static double number(JsonNode json, String key, double absent) {
    JsonNode value = json.path(key);
    try {
      return json.hasNonNull(key) ? Double.parseDouble(value.asText()) : absent;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " is " + value + ", expected a number", e);
    }
  }

  private static JsonNode list(JsonNode json, String key) {
    require(!json.hasNonNull(key) || json.get(key).isArray(), json, key, "a list, as in [ … ]");
    return json.path(key);
  }

  private static void require(boolean holds, JsonNode json, String key, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(key + " is " + json.get(key) + ", expected " + expected);
    }
  }

  private static Seen seen(JsonNode json) {
    if (json.isArray() || (json.isValueNode() && !json.isNull())) {
      throw new IllegalArgumentException(
          "seen is " + json + ", expected durations by type of event, such as {\"view\": \"P1D\"}");
    }
    Map<String, Duration> within = new TreeMap<>();
    for (Map.Entry<String, JsonNode> type : json.properties()) {
      try {
        within.put(type.getKey(), Duration.parse(type.getValue().asText()));
      } catch (DateTimeParseException e) {
        throw new IllegalArgumentException(
            "seen."
                + type.getKey()
                + " is "
                + type.getValue()
                + ", expected an ISO-8601 duration such as P30D or PT1H",
            e);
      }
    }
    return new Seen(within);
  }

  private static void requireKeys(String noun, JsonNode json, Set<String> known) {
    json.fieldNames()
        .forEachRemaining(
            key -> {
              if (!known.contains(key)) {
                throw new IllegalArgumentException(Unknown.message(noun, key, known));
              }
            });
  }

  private static <T> List<T> list(JsonNode json, String key, Polymorphic<T> reader) {
    List<T> values = new ArrayList<>();
    for (JsonNode node : list(json, key)) {
      values.add(reader.read(node));
    }
    return values;
  }

  private static List<Part> parts(JsonNode nodes) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode node : nodes) {
      requireKeys("signal key", node, PART_KEYS);
      var signal = Signals.JSON.read(node.path("signal"));
      JsonNode normalizer = node.path("normalizer");
      parts.add(
          new Part(
              node.path("name").asText(node.path("signal").fieldNames().next()),
              signal,
              normalizer.isMissingNode() ? null : Normalizers.JSON.read(normalizer),
              number(node, "weight", 1),
              number(node, "missing", 0),
              node.has("gate") ? gate(node.get("gate")) : null));
    }
    return parts;
  }

  private static Gate gate(JsonNode json) {
    requireKeys("gate key", json, GATE_KEYS);
    return new Gate(
        Feature.of(json.path("feature").asText()),
        number(json, "pivot", 0),
        number(json, "from", 1),
        number(json, "to", 1));
  }

  static ObjectNode write(Profile profile) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("window", profile.window());
    var retrievers = json.putArray("retrievers");
    for (Retriever retriever : profile.retrievers()) {
      retrievers.add(Retrievers.JSON.write(retriever));
    }
    var signals = json.putArray("signals");
    for (Part part : profile.signals()) {
      signals.add(write(part));
    }
    var arrangers = json.putArray("arrangers");
    for (Arranger arranger : profile.arrangers()) {
      arrangers.add(Arrangers.JSON.write(arranger));
    }
    if (!profile.seen().within().isEmpty()) {
      ObjectNode seen = json.putObject("seen");
      profile.seen().within().forEach((type, within) -> seen.put(type, within.toString()));
    }
    if (!profile.filter().isEmpty()) {
      var filter = json.putArray("filter");
      profile.filter().forEach(condition -> filter.add(condition.toString()));
    }
    if (!(profile.combiner() instanceof WeightedSum)) {
      json.set("combiner", Combiners.JSON.write(profile.combiner()));
    }
    return json;
  }

  private static ObjectNode write(Part part) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", part.name());
    json.set("signal", Signals.JSON.write(part.signal()));
    json.set("normalizer", Normalizers.JSON.write(part.normalizer()));
    json.put("weight", part.weight());
    json.put("missing", part.missing());
    if (part.gate() != null) {
      Gate gate = part.gate();
      json.putObject("gate")
          .put("feature", gate.feature().label())
          .put("pivot", gate.pivot())
          .put("from", gate.from())
          .put("to", gate.to());
    }
    return json;
  }
}
