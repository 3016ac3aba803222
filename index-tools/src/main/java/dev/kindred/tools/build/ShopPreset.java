package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.data.EventWeights;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.model.Model;
import dev.kindred.tools.read.config.EventRules;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ranking of a shop, {@code shop}, made of the models and fields that there are: personal
 * models, content for new items, category preference, decayed popularity, price affinity; what was
 * bought or seen stays out for a while; nothing that is out of stock; few of one brand; newcomers
 * are shown what is popular, and a bandit explores with them.
 *
 * <p>A configuration may give {@code rules}, {@code pins}, {@code caps}, {@code seen}, {@code
 * filter}, {@code window} and {@code explore} (what arranges newcomers' rankings) in place of the
 * preset's.
 */
final class ShopPreset {
  static final String NAME = "shop";

  private static final Set<String> KEYS =
      Set.of("preset", "rules", "pins", "caps", "seen", "filter", "window", "explore");
  private static final List<String> SHOP_EVENTS =
      List.of("purchase", "cart", "add_to_cart", "buy", "order");
  private static final List<String> BRANDS =
      List.of("brand", "manufacturer", "vendor", "author", "artist");
  private static final List<String> PRICES = List.of("price", "amount", "cost");
  private static final List<String> STOCKS = List.of("stock", "quantity", "available");

  /** As common in shops: looking is cheap, a basket is a wish, a purchase a decision. */
  private static final EventWeights WEIGHTS =
      new EventWeights(
          Map.of(
              "view",
              0.2,
              "click",
              0.2,
              "cart",
              0.6,
              "add_to_cart",
              0.6,
              "purchase",
              1.0,
              "buy",
              1.0,
              "order",
              1.0));

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final List<Role> roles;
  private final Schema schema;

  ShopPreset(Collection<? extends Model> models, Schema schema) {
    this.roles = models.stream().map(model -> Role.of(model.manifest())).toList();
    this.schema = schema;
  }

  /** Whether events of these types are those of a shop. */
  static boolean suits(Collection<String> types) {
    return SHOP_EVENTS.stream().anyMatch(types::contains);
  }

  /** The rules with a shop's weights, where nobody has given any. */
  static EventRules weighed(EventRules rules) {
    return rules.weights().byType().isEmpty()
        ? new EventRules(rules.columns(), WEIGHTS, rules.halfLife(), rules.repeat())
        : rules;
  }

  /** Whether a configured profile asks for the preset: it says so, or names no retrievers. */
  static boolean isAsked(String name, JsonNode json) {
    return json.has("preset") || (name.equals(NAME) && !json.has("retrievers"));
  }

  /**
   * The profile, its normalisers not fitted yet.
   *
   * @param asked keys in place of the preset's
   * @throws IllegalArgumentException for unknown keys or presets
   */
  Profile profile(String name, JsonNode asked) {
    requireKnown(name, asked);
    ObjectNode json = JSON.objectNode();
    if (asked.has("window")) {
      json.set("window", asked.get("window"));
    }
    retrievers(json.putArray("retrievers"), asked);
    signals(json.putArray("signals"));
    json.set("seen", asked.has("seen") ? asked.get("seen") : seen());
    json.set("filter", asked.has("filter") ? asked.get("filter") : inStock());
    arrangers(json.putArray("arrangers"), asked);
    return Profile.parse(name, json);
  }

  private static void requireKnown(String name, JsonNode asked) {
    String preset = asked.path("preset").asText(NAME);
    if (!preset.equals(NAME)) {
      throw new IllegalArgumentException(
          "profile '" + name + "': " + Unknown.message("preset", preset, Set.of(NAME)));
    }
    asked
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(
                    "profile '"
                        + name
                        + "': "
                        + Unknown.message("key of preset shop", key, new TreeSet<>(KEYS))
                        + "; give retrievers and signals to write the whole profile");
              }
            });
  }

  private void retrievers(ArrayNode retrievers, JsonNode asked) {
    roles.stream()
        .filter(Role::proposes)
        .filter(role -> role.kind() != Role.Kind.PREFERENCE)
        .forEach(role -> retrievers.add(role.retriever("auto")));
    if (retrievers.isEmpty()) {
      retrievers.addObject().putObject("all");
    }
    if (!asked.path("pins").isEmpty()) {
      ArrayNode pinned = retrievers.addObject().putObject("items").putArray("ids");
      asked.get("pins").forEach(pin -> pinned.add(pin.path("item").asText()));
    }
  }

  private void signals(ArrayNode signals) {
    long preferences = roles.stream().filter(role -> role.kind() == Role.Kind.PREFERENCE).count();
    boolean trend = roles.stream().anyMatch(role -> role.kind() == Role.Kind.TREND);
    for (Role role : roles) {
      double weight =
          switch (role.kind()) {
            case PERSONAL -> role.weight();
            case CONTENT -> 0.1;
            case PREFERENCE -> 0.15 / preferences;
            case TREND -> 0.1;
            case POPULARITY -> trend ? 0.02 : 0.1;
          };
      signal(signals, role.model(), weight).set("signal", role.signal("auto"));
    }
    first(PRICES, schema.numbers())
        .ifPresent(
            price ->
                signal(signals, "price", 0.1)
                    .putObject("signal")
                    .putObject("usual")
                    .put("field", price));
    if (schema.time() != null) {
      signal(signals, "recency", 0.02)
          .putObject("signal")
          .putObject("recency")
          .put("field", schema.time())
          .put("half_life", "P90D");
    }
    if (signals.isEmpty()) {
      signal(signals, "text", 1).putObject("signal").putObject("text");
    }
  }

  private static ObjectNode signal(ArrayNode signals, String name, double weight) {
    return signals.addObject().put("name", name).put("weight", weight);
  }

  private static ObjectNode seen() {
    return JSON.objectNode()
        .put("purchase", "P365D")
        .put("buy", "P365D")
        .put("order", "P365D")
        .put("cart", "P30D")
        .put("add_to_cart", "P30D")
        .put("*", "P1D");
  }

  private ArrayNode inStock() {
    ArrayNode filter = JSON.arrayNode();
    first(STOCKS, schema.numbers()).ifPresent(stock -> filter.add(stock + ">=1"));
    return filter;
  }

  /** Rules and caps choose, the bandit explores within the first page, pins are where they are. */
  private void arrangers(ArrayNode arrangers, JsonNode asked) {
    if (!asked.path("rules").isEmpty()) {
      arrangers.addObject().putObject("rules").set("rules", asked.get("rules"));
    }
    if (asked.has("caps")) {
      asked.get("caps").forEach(cap -> arrangers.addObject().set("caps", cap));
    } else {
      first(BRANDS, schema.keywords())
          .ifPresent(
              brand -> arrangers.addObject().putObject("caps").put("field", brand).put("most", 3));
    }
    ObjectNode newcomers = arrangers.addObject().putObject("newcomers");
    newcomers.set("explore", asked.has("explore") ? asked.get("explore") : exploring());
    if (!asked.path("pins").isEmpty()) {
      arrangers.addObject().putObject("pins").set("pins", asked.get("pins"));
    }
  }

  private static ObjectNode exploring() {
    ObjectNode explore = JSON.objectNode();
    explore.putObject("thompson").put("bandit", NAME).put("pool", 10).put("half_life", "P30D");
    return explore;
  }

  private static Optional<String> first(List<String> wanted, Collection<String> there) {
    return wanted.stream().filter(there::contains).findFirst();
  }
}
