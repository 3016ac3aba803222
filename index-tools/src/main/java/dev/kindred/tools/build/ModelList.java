package dev.kindred.tools.build;

import dev.kindred.index.Schema;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which models a build trains: those that were asked for, or else popularity, trend, content,
 * preference, itemknn, ease, als, cold and coldusers, as far as the data allow. Parameters that
 * follow from the catalogue or the configuration are filled in: the fields that content reads, the
 * field of a preference (one model a keyword field where none is named, {@code preference.FIELD}
 * when there are several), the half-life of events. Cheap models come first, so that mistakes show
 * early.
 */
final class ModelList {
  /** Above so many items the dense matrix of EASE takes minutes and gigabytes. */
  private static final int MOST_FOR_EASE = 10_000;

  /**
   * Above so many items a full row of EASE in every document is more than the index should hold.
   */
  private static final int MOST_FULL_ROWS = 4_000;

  private static final List<String> CHEAP = List.of("popularity", "trend", "content", "preference");
  private static final List<String> LATE = List.of("neumf", "widedeep", "crossdomain");

  /** Learn from all others. */
  private static final List<String> LAST = List.of("cold", "coldusers");

  private final Schema schema;
  private final List<String> keywords;
  private final EventRules rules;
  private final int itemsWithEvents;
  private final List<String> notes = new ArrayList<>();
  private boolean facts;

  /**
   * @param keywords the schema's keyword fields that any item has
   */
  ModelList(Schema schema, List<String> keywords, EventRules rules, int itemsWithEvents) {
    this.schema = schema;
    this.keywords = keywords;
    this.rules = rules;
    this.itemsWithEvents = itemsWithEvents;
  }

  /**
   * @param declared whether facts about users are known
   */
  ModelList users(boolean declared) {
    facts = declared;
    return this;
  }

  /** What the reader of the build's report should know about the choice. */
  List<String> notes() {
    return notes;
  }

  /**
   * @param asked parameters by algorithm; empty for the customary models
   * @throws IllegalArgumentException for an unknown algorithm or parameter, before anything is
   *     trained
   */
  List<ModelSpec> of(Map<String, Map<String, String>> asked) {
    List<ModelSpec> models = new ArrayList<>();
    (asked.isEmpty() ? customary() : asked)
        .forEach((name, parameters) -> add(models, new ModelSpec(name, name, parameters)));
    models.sort(Comparator.comparingInt(model -> stage(model.algorithm())));
    models.forEach(model -> Trainers.create(model.algorithm(), model.parameters()));
    return models;
  }

  private Map<String, Map<String, String>> customary() {
    Map<String, Map<String, String>> models = new LinkedHashMap<>();
    boolean words = !schema.text().isEmpty() || !keywords.isEmpty();
    if (itemsWithEvents > 0) {
      models.put("popularity", Map.of());
      models.put("trend", Map.of());
    }
    if (words) {
      models.put("content", Map.of());
    } else {
      notes.add("no model content: the catalogue has neither text nor keyword fields");
    }
    if (itemsWithEvents > 0) {
      if (!keywords.isEmpty()) {
        models.put("preference", Map.of());
      }
      models.put("itemknn", Map.of());
      addEase(models);
      models.put("als", Map.of());
      if (words || !schema.vectors().isEmpty()) {
        models.put("cold", Map.of());
      }
      if (facts) {
        models.put("coldusers", Map.of());
      }
    }
    return models;
  }

  private void addEase(Map<String, Map<String, String>> models) {
    if (itemsWithEvents > MOST_FOR_EASE) {
      notes.add(
          "no model ease: a matrix of "
              + itemsWithEvents
              + "² items is too large to be customary; ask for it with --models");
    } else {
      models.put("ease", itemsWithEvents > MOST_FULL_ROWS ? Map.of("neighbours", "500") : Map.of());
    }
  }

  private void add(List<ModelSpec> models, ModelSpec asked) {
    switch (asked.algorithm()) {
      case "content" -> models.add(content(asked));
      case "preference" -> addPreferences(models, asked);
      case "crossdomain" -> models.add(aged(domains(asked)));
      case "cold" ->
          models.add(read(asked).with("vectors", String.join(",", schema.vectors().keySet())));
      default -> models.add(aged(described(asked)));
    }
  }

  /** What the catalogue has to read, where the model does not say. */
  private ModelSpec read(ModelSpec asked) {
    return asked
        .with("analyzer", schema.analyzer())
        .with("text", String.join(",", schema.text()))
        .with("keywords", String.join(",", schema.keywords()));
  }

  private ModelSpec content(ModelSpec asked) {
    ModelSpec model = read(asked);
    if (model.parameters().get("text").isBlank() && model.parameters().get("keywords").isBlank()) {
      throw new IllegalArgumentException(
          "model 'content' has nothing to read: the catalogue has neither text nor keyword fields;"
              + " name them as items.text in kindred.yaml, or leave the model out");
    }
    return aged(model);
  }

  /** The field that tells domains apart, unless the model names one. */
  private ModelSpec domains(ModelSpec asked) {
    return schema.domain() == null ? asked : asked.with("field", schema.domain());
  }

  private void addPreferences(List<ModelSpec> models, ModelSpec asked) {
    List<String> fields =
        asked.parameters().containsKey("field")
            ? List.of(asked.parameters().get("field"))
            : keywords;
    if (fields.isEmpty()) {
      throw new IllegalArgumentException(
          "model 'preference' needs a keyword field, the catalogue has none; name it as"
              + " items.keywords in kindred.yaml, or leave the model out");
    }
    for (String field : fields) {
      String name = fields.size() == 1 ? asked.name() : asked.name() + "." + field;
      models.add(
          aged(new ModelSpec(name, asked.algorithm(), asked.parameters()).with("field", field)));
    }
  }

  /** The catalogue's fields for an algorithm that describes items by them and was given none. */
  private ModelSpec described(ModelSpec model) {
    boolean knows = Trainers.parameters(model.algorithm()).containsKey("numbers");
    return knows
        ? model
            .with("keywords", String.join(",", keywords))
            .with("numbers", String.join(",", schema.numbers()))
        : model;
  }

  /** The events' half-life for an algorithm that knows one and was given none. */
  private ModelSpec aged(ModelSpec model) {
    boolean knows = Trainers.parameters(model.algorithm()).containsKey("half_life");
    return knows && rules.halfLife().isPresent()
        ? model.with("half_life", rules.halfLife().get().toString())
        : model;
  }

  private static int stage(String algorithm) {
    return CHEAP.contains(algorithm)
        ? 0
        : LAST.contains(algorithm) ? 3 : LATE.contains(algorithm) ? 2 : 1;
  }
}
