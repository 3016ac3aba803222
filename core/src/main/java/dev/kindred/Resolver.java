package dev.kindred;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.index.FieldQueries;
import dev.kindred.index.Schema;
import dev.kindred.model.Complement;
import dev.kindred.model.Encoding;
import dev.kindred.model.LearnedModel;
import dev.kindred.model.Model;
import dev.kindred.model.Network;
import dev.kindred.request.Feature;
import dev.kindred.request.Filter;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * Turns a request into plain data: asks every model of the profile once, parses the text, compiles
 * the filter. The caller has fetched the user, by whatever means it has. Immutable and thread-safe.
 */
public final class Resolver {
  /** The event type of a seed that more is wanted of; its value is 1. */
  public static final String LIKE = "like";

  /** The event type of a seed to stay away from; its value is -1. */
  public static final String UNLIKE = "unlike";

  private final Schema schema;
  private final Map<String, Model> models;
  private final List<Complement> complements;
  private final EventWeights weights;

  /**
   * @param models by the name that profiles use
   * @param weights how strongly each event type speaks
   */
  public Resolver(Schema schema, Map<String, Model> models, EventWeights weights) {
    this.schema = schema;
    this.models = Map.copyOf(models);
    this.complements =
        new TreeMap<>(models)
            .values().stream()
                .filter(Complement.class::isInstance)
                .map(Complement.class::cast)
                .toList();
    this.weights = weights;
  }

  /**
   * Resolves the request.
   *
   * @param request with its clock set
   * @param stored what the user store knows of the user
   * @param catalogue looks up the items that the history names
   * @throws IllegalArgumentException when a filter does not fit the schema
   */
  public ResolvedRequest resolve(
      Request request, UserState stored, Profile profile, Catalogue catalogue) throws IOException {
    Objects.requireNonNull(request.now(), "a request is resolved only once its clock is set");
    UserState user = stored.then(request.session());
    return new ResolvedRequest(
            request,
            user,
            encodings(request, stored, profile, catalogue),
            request.text().isBlank() ? null : schema.textQuery(request.text()),
            filter(request, user, profile))
        .holding(networks(profile));
  }

  /** Of the profile's learned models. */
  private Map<String, Network> networks(Profile profile) {
    Map<String, Network> networks = new HashMap<>();
    for (Need need : needs(profile)) {
      if (models.get(need.model) instanceof LearnedModel learned) {
        networks.put(learned.network().id(), learned.network());
      }
    }
    return networks;
  }

  /** Everything beside the user that models may ask about. */
  Situation situation(Request request, Catalogue catalogue) {
    return new Situation(request.now(), request.context(), request.text(), weights, catalogue);
  }

  /**
   * Asks every model of the profile once: the part of resolving that needs the models. For those
   * who search elsewhere than they resolve.
   *
   * @param request with its clock set
   * @return by {@link ResolvedRequest#key}
   */
  public Map<String, Encoding> encodings(
      Request request, UserState stored, Profile profile, Catalogue catalogue) throws IOException {
    UserState user = stored.then(request.session());
    Situation situation = situation(request, catalogue);
    Map<String, Encoding> encodings = new HashMap<>();
    for (Need need : needs(profile)) {
      Model model = models.get(need.model);
      if (model != null) {
        UserState seen = view(need.view, request, user);
        encodings.put(ResolvedRequest.key(need.model, need.view), encode(model, seen, situation));
      }
    }
    for (Feature feature : features(profile)) {
      float[] value = {feature.of(request, user)};
      encodings.put(
          ResolvedRequest.featureKey(feature), new Encoding.Dense(feature.label(), value));
    }
    for (String field : usual(profile)) {
      encodings.put(ResolvedRequest.usualKey(field), Usual.of(field, user, situation));
    }
    return encodings;
  }

  /** What the gates of the profile look at. */
  private static Set<Feature> features(Profile profile) {
    return profile.signals().stream()
        .filter(part -> part.gate() != null)
        .map(part -> part.gate().feature())
        .collect(Collectors.toSet());
  }

  /** Of a user of whom the model says nothing, a complement may. */
  private Encoding encode(Model model, UserState user, Situation situation) throws IOException {
    Encoding said = model.encode(user, situation);
    for (Complement complement : complements) {
      if (said instanceof Encoding.None none) {
        said = complement.complete(model, user, situation, none);
      }
    }
    return said;
  }

  private static Set<String> usual(Profile profile) {
    Set<String> fields = new LinkedHashSet<>();
    profile.signals().forEach(part -> fields.addAll(part.signal().usual()));
    return fields;
  }

  /** The names of the models that the profile asks. */
  public static Set<String> models(Profile profile) {
    return needs(profile).stream().map(Need::model).collect(Collectors.toSet());
  }

  private record Need(String model, View view) {}

  private static Set<Need> needs(Profile profile) {
    Set<Need> needs = new LinkedHashSet<>();
    profile.retrievers().forEach(r -> r.models().forEach((m, v) -> needs.add(new Need(m, v))));
    profile
        .signals()
        .forEach(p -> p.signal().models().forEach((m, v) -> needs.add(new Need(m, v))));
    profile.arrangers().forEach(a -> a.models().forEach((m, v) -> needs.add(new Need(m, v))));
    return needs;
  }

  private static UserState view(View view, Request request, UserState user) {
    boolean seeded = !request.like().isEmpty() || !request.unlike().isEmpty();
    return switch (view) {
      case USER -> user;
      case SEEDS -> seeds(request);
      case AUTO -> seeded ? seeds(request) : user;
    };
  }

  /** A user who has done nothing but like and unlike the named items just now. */
  private static UserState seeds(Request request) {
    List<Event> seeds = new ArrayList<>();
    for (String item : request.unlike()) {
      seeds.add(new Event("", item, UNLIKE, -1, request.now()));
    }
    for (String item : request.like()) {
      seeds.add(new Event("", item, LIKE, 1, request.now()));
    }
    return new UserState(null, seeds, Map.of());
  }

  /** Null when everything may appear. */
  private Query filter(Request request, UserState user, Profile profile) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    FieldQueries fields = new FieldQueries(schema);
    for (Filter.Condition condition : profile.filter()) {
      all.add(query(fields, condition), Occur.FILTER);
    }
    for (Filter.Condition condition : request.filter().conditions()) {
      all.add(query(fields, condition), Occur.FILTER);
    }
    if (!request.filter().only().isEmpty()) {
      all.add(FieldQueries.ids(request.filter().only()), Occur.FILTER);
    }
    Set<String> hidden = profile.seen().hidden(request, user);
    if (!hidden.isEmpty()) {
      all.add(FieldQueries.ids(hidden), Occur.MUST_NOT);
      all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
    }
    BooleanQuery filter = all.build();
    return filter.clauses().isEmpty() ? null : filter;
  }

  private static Query query(FieldQueries fields, Filter.Condition condition) {
    return switch (condition.operator()) {
      case EQUAL -> fields.equal(condition.field(), condition.value());
      case NOT_EQUAL -> fields.notEqual(condition.field(), condition.value());
      case AT_LEAST -> fields.atLeast(condition.field(), condition.value());
      case AT_MOST -> fields.atMost(condition.field(), condition.value());
    };
  }
}
