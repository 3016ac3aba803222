package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.index.Schema;
import dev.kindred.model.Complement;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rankings that an index gets without anybody writing one: {@code search}, {@code similar},
 * {@code home}, {@code next} and {@code cart} where models know of it, and one named like each
 * model that shows this model alone, but those that only complement others. Weights are sensible
 * guesses that suit most data; {@code tune} learns better ones. Normalisers are left to be fitted.
 */
public final class DefaultProfiles {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration YEAR = Duration.ofDays(365);

  /** Exponential from −270, below which floats end, up to 550. */
  private static final Normalizer FOOT = new Normalizer.Logistic(600, 0.1);

  private final List<Role> roles;
  private final Schema schema;
  private final Duration halfLife;

  /**
   * @param halfLife after which an item's novelty counts half; null for a year
   */
  public DefaultProfiles(Collection<? extends Model> models, Schema schema, Duration halfLife) {
    this.roles =
        models.stream()
            .filter(model -> !(model instanceof Complement))
            .map(model -> Role.of(model.manifest()))
            .toList();
    this.schema = schema;
    this.halfLife = halfLife == null ? YEAR : halfLife;
  }

  /** All of them, by name. */
  public Map<String, Profile> all() {
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (Role role : roles) {
      profiles.put(role.model(), single(role));
    }
    profiles.put(Profiles.SEARCH, search());
    profiles.put(Profiles.SIMILAR, similar());
    profiles.put(Profiles.HOME, home());
    if (roles.stream().anyMatch(role -> role.kind() == Role.Kind.PERSONAL)) {
      profiles.put(Profiles.NEXT, next());
    }
    if (roles.stream().anyMatch(role -> role.cartWeight() > 0)) {
      profiles.put(Profiles.CART, cart());
    }
    return profiles;
  }

  /**
   * The profile's signals over every item that the filter admits, with no bound on the page: slow
   * on a large catalogue, exact on any.
   */
  public static Profile exact(Profile profile) {
    ObjectNode all = JSON.objectNode();
    all.putArray("retrievers").addObject().putObject("all");
    all.putArray("signals").addObject().putObject("signal").putObject("text");
    Profile everything = Profile.parse(profile.name(), all);
    return profile.among(everything.retrievers(), Integer.MAX_VALUE);
  }

  /**
   * One model alone over every item, in the order of its raw values, with nothing fitted: for
   * evaluating the model. As scores are never negative, values that may be pass through the foot of
   * a logistic, which keeps apart what differs by a millionth.
   */
  public static Profile exact(Manifest model) {
    Role role = Role.of(model);
    Profile single = exact(single(role));
    Part part = single.signals().getFirst();
    return role.signed()
        ? single.withSignals(
            List.of(new Part(part.name(), part.signal(), FOOT, part.weight(), FOOT.apply(0))))
        : single;
  }

  private static Profile single(Role role) {
    return new Draft(role.model()).retrieve(role.retriever("auto")).signal(role, 1, "auto").done();
  }

  private Profile search() {
    Draft draft = new Draft(Profiles.SEARCH).retrieve(Draft.kind("text")).signal("text", 1);
    for (Role role : roles) {
      switch (role.kind()) {
        case PERSONAL -> draft.signal(role, 0.25 * role.weight(), "auto");
        case POPULARITY -> draft.signal(role, 0.1, "auto");
        default -> {}
      }
    }
    return draft.done();
  }

  private Profile similar() {
    Draft draft = new Draft(Profiles.SIMILAR);
    for (Role role : roles) {
      switch (role.kind()) {
        case CONTENT -> draft.retrieve(role.retriever("auto")).signal(role, 1, "auto");
        case PERSONAL ->
            draft
                .retrieve(role)
                .signal(role, 0.4 * role.weight(), "auto")
                .taste(role, 0.1 * role.weight());
        case POPULARITY -> draft.signal(role, 0.05, "auto");
        default -> {}
      }
    }
    return draft.orAll().done();
  }

  private Profile home() {
    Draft draft = new Draft(Profiles.HOME);
    long preferences = roles.stream().filter(role -> role.kind() == Role.Kind.PREFERENCE).count();
    for (Role role : roles) {
      switch (role.kind()) {
        case PERSONAL, CONTENT -> draft.retrieve(role).signal(role, role.weight(), "auto");
        case PREFERENCE -> draft.signal(role, role.weight() / preferences, "auto");
        default -> draft.retrieve(role.retriever("auto")).signal(role, role.weight(), "auto");
      }
    }
    if (roles.stream().noneMatch(Role::demand)) {
      draft.retrieve(Draft.kind("all"));
    }
    if (schema.time() != null) {
      ObjectNode recency = Draft.kind("recency");
      ((ObjectNode) recency.get("recency"))
          .put("field", schema.time())
          .put("half_life", halfLife.toString());
      draft.signal("recency", recency, 0.02);
    }
    if (!schema.keywords().isEmpty()) {
      draft.diversity(schema.keywords());
    }
    return draft.orAll().done();
  }

  /** What the session leads to: order counts, the catalogue's fields hardly do. */
  private Profile next() {
    Draft draft = new Draft(Profiles.NEXT);
    for (Role role : roles) {
      switch (role.kind()) {
        case PERSONAL -> draft.retrieve(role).signal(role, role.nextWeight(), "auto");
        case CONTENT -> draft.retrieve(role).signal(role, role.weight() / 2, "auto");
        case PREFERENCE -> {}
        default -> draft.retrieve(role.retriever("auto")).signal(role, role.weight(), "auto");
      }
    }
    return draft.orAll().done();
  }

  /**
   * What goes with the liked items: bought along, not instead, so likeness of content is no help.
   */
  private Profile cart() {
    Draft draft = new Draft(Profiles.CART);
    for (Role role : roles) {
      if (role.cartWeight() > 0) {
        draft.retrieve(role).signal(role, role.cartWeight(), "auto").taste(role, 0.05);
      } else if (role.demand()) {
        draft.signal(role, role.weight(), "auto");
      }
    }
    return draft.orAll().done();
  }

  /** A profile's JSON as it grows. */
  private static final class Draft {
    private final String name;
    private final List<ObjectNode> retrievers = new ArrayList<>();
    private final ObjectNode json = JSON.objectNode();
    private final ArrayNode signals = json.putArray("signals");

    Draft(String name) {
      this.name = name;
    }

    static ObjectNode kind(String kind) {
      ObjectNode node = JSON.objectNode();
      node.putObject(kind);
      return node;
    }

    Draft retrieve(ObjectNode retriever) {
      retrievers.add(retriever);
      return this;
    }

    /** By the model, if it can. */
    Draft retrieve(Role role) {
      return role.proposes() ? retrieve(role.retriever("auto")) : this;
    }

    Draft signal(Role role, double weight, String view) {
      return signal(role.model(), role.signal(view), weight);
    }

    /** What the user likes beside what the named items are like. */
    Draft taste(Role role, double weight) {
      return signal(role.model() + ".user", role.signal("user"), weight);
    }

    Draft signal(String kind, double weight) {
      return signal(kind, kind(kind), weight);
    }

    Draft signal(String signal, ObjectNode node, double weight) {
      signals.addObject().put("name", signal).put("weight", weight).set("signal", node);
      return this;
    }

    /** Strength 0: the order changes only for a request that asks for diversity. */
    void diversity(List<String> fields) {
      ObjectNode diversity = kind("diversity");
      ((ObjectNode) diversity.get("diversity"))
          .put("strength", 0)
          .put("pool", 100)
          .set("fields", JSON.arrayNode().addAll(fields.stream().map(JSON::textNode).toList()));
      json.putArray("arrangers").add(diversity);
    }

    /** Where no model proposes anything, or says anything, every item is as good as another. */
    Draft orAll() {
      if (retrievers.isEmpty()) {
        retrieve(kind("all"));
      }
      return signals.isEmpty() ? signal("text", 1) : this;
    }

    Profile done() {
      json.putArray("retrievers").addAll(retrievers);
      return Profile.parse(name, json);
    }
  }
}
