package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.model.Fields;
import dev.kindred.model.Manifest;
import java.util.Map;
import java.util.Set;

/**
 * What a model is good for in a ranking.
 *
 * @param model its name
 * @param halfLife of a decaying demand, ISO-8601; null otherwise
 * @param signed whether it may think less than nothing of an item that nobody dislikes
 * @param proposes whether it can find items, rather than only judge what others find
 */
record Role(String model, Kind kind, String halfLife, boolean signed, boolean proposes) {
  /** How strongly the kinds of personal models speak; those not named count {@link #OTHERS}. */
  private static final Map<String, Double> WEIGHTS =
      Map.of(
          "ease", 1.0, "sasrec", 1.0, "gru", 0.7, "gfcf", 0.6, "als", 0.2, "bpr", 0.2, "mf", 0.2,
          "svdpp", 0.2);

  /** Algorithms whose weights are similarities or counts. */
  private static final Set<Object> NEVER_NEGATIVE =
      Set.of("itemknn", "userknn", "cco", "rp3beta", "rules");

  private static final double OTHERS = 0.4;

  /** What comes after what: for the running session. */
  private static final Set<String> SEQUENTIAL = Set.of("sasrec", "gru", "rules");

  /**
   * What goes together, by how well it tells complements: what is bought along, not instead. A
   * likelihood ratio asks whether two items meet more often than by chance; a cosine of items that
   * the same people like finds substitutes too.
   */
  private static final Map<String, Double> TOGETHER =
      Map.of("cco", 1.0, "rules", 1.0, "itemknn", 0.6, "rp3beta", 0.6, "ease", 0.4);

  /** What a model looks at. */
  enum Kind {
    POPULARITY,
    TREND,
    CONTENT,
    PREFERENCE,
    PERSONAL
  }

  static Role of(Manifest manifest) {
    Object halfLife = manifest.trainer().get("half_life");
    Kind kind =
        switch (manifest.kind()) {
          case "demand" -> halfLife == null ? Kind.POPULARITY : Kind.TREND;
          case "content" -> Kind.CONTENT;
          case "preference" -> Kind.PREFERENCE;
          default -> Kind.PERSONAL;
        };
    boolean signed =
        kind == Kind.PERSONAL
            && (manifest.kind().equals("userstars")
                || !NEVER_NEGATIVE.contains(manifest.trainer().getOrDefault("trainer", "")));
    boolean proposes = manifest.fields().stream().noneMatch(f -> f.type().equals("floats"));
    return new Role(
        manifest.name(),
        kind,
        kind == Kind.TREND ? String.valueOf(halfLife) : null,
        signed,
        proposes);
  }

  /** In the ranking for a user. */
  double weight() {
    return switch (kind) {
      case POPULARITY, TREND -> 0.03;
      case CONTENT -> 0.05;
      case PREFERENCE -> 0.1;
      case PERSONAL -> WEIGHTS.getOrDefault(model, OTHERS);
    };
  }

  /** In the ranking of what comes next in a session. */
  double nextWeight() {
    return SEQUENTIAL.contains(model) ? 1 : weight() / 2;
  }

  /** In the ranking of what goes with a cart; 0 for a model that does not know. */
  double cartWeight() {
    return TOGETHER.getOrDefault(model, 0.0);
  }

  /** Whether it says the same of everyone. */
  boolean demand() {
    return kind == Kind.POPULARITY || kind == Kind.TREND;
  }

  /** Every item, where the model cannot propose any. */
  ObjectNode retriever(String view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (!proposes) {
      node.putObject("all");
    } else if (demand()) {
      node.putObject("popular").put("field", Fields.of(model));
    } else {
      node.putObject("model").put("model", model).put("view", view);
    }
    return node;
  }

  ObjectNode signal(String view) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (demand()) {
      ObjectNode popularity = node.putObject("popularity").put("field", Fields.of(model));
      if (halfLife != null) {
        popularity.put("half_life", halfLife);
      }
    } else {
      node.putObject("model").put("model", model).put("view", view);
    }
    return node;
  }
}
