package dev.kindred.opensearch.ask;

import dev.kindred.Profile;
import dev.kindred.Resolver;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.LearnedModel;
import dev.kindred.model.Model;
import dev.kindred.model.Network;
import dev.kindred.opensearch.index.FactsCache;
import dev.kindred.opensearch.index.IndexFacts;
import dev.kindred.opensearch.model.ModelCache;
import dev.kindred.opensearch.stats.Timers;
import dev.kindred.opensearch.user.UserDocs;
import dev.kindred.request.Request;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.IndexNotFoundException;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.transport.client.Client;

/**
 * Resolves requests on the node that coordinates them: fetches the user, loads the models that the
 * profile asks, and asks each once. Never blocks the caller. Thread-safe.
 */
public final class Oracle {
  private final FactsCache facts;
  private final ModelCache models;
  private final Function<String[], String[]> concrete;
  private final Executor executor;
  private final Timers timers;

  /**
   * @param concrete names of indexes behind aliases and patterns
   * @param executor asks the models
   * @param timers are told how long the phases took
   */
  public Oracle(
      FactsCache facts,
      ModelCache models,
      Function<String[], String[]> concrete,
      Executor executor,
      Timers timers) {
    this.facts = facts;
    this.models = models;
    this.concrete = concrete;
    this.executor = executor;
    this.timers = timers;
  }

  /** One request's circumstances. */
  private record Case(
      Client client,
      String index,
      IndexFacts facts,
      Profile profile,
      Request request,
      boolean reasons) {}

  /**
   * Finds out who asks, and asks the models about them.
   *
   * @param client acts with the caller's rights
   * @param indices what is searched; all must have the same models and profiles
   * @param clock for a request without a time of its own
   */
  public void resolve(
      Client client,
      String[] indices,
      Ask ask,
      boolean reasons,
      long clock,
      ActionListener<Answered> answer) {
    ActionListener<Answered> listener = timers.timed("resolve", answer);
    Case asked;
    try {
      String index = index(indices);
      IndexFacts found = facts.of(index);
      Request request = ask.request(clock);
      Profile profile = found.profiles().of(request);
      asked = new Case(client, index, found, profile, request, reasons);
    } catch (RuntimeException e) {
      listener.onFailure(e);
      return;
    }
    UserDocs users = new UserDocs(client, asked.facts.users());
    users.find(
        ask.user(),
        timers.timed(
            "resolve.user",
            ActionListener.wrap(
                user ->
                    models.get(
                        wanted(asked),
                        timers.timed(
                            "resolve.models",
                            ActionListener.wrap(
                                loaded ->
                                    encode(asked, user, loaded, new Shelf(asked.index), listener),
                                listener::onFailure))),
                listener::onFailure)));
  }

  /** The networks that this node holds, by {@code name@version}. */
  Map<String, Network> held(Set<String> ids) {
    Map<String, Network> held = new HashMap<>();
    ids.forEach(id -> models.loaded(id).ifPresent(model -> held.put(id, network(id, model))));
    return held;
  }

  /** Loads the models of these {@code name@version}, and answers with their networks. */
  void hold(Set<String> ids, ActionListener<Map<String, Network>> listener) {
    Map<String, String> versions = new TreeMap<>();
    ids.forEach(id -> versions.put(id, id));
    models.get(
        versions,
        timers.timed(
            "networks",
            ActionListener.map(
                listener,
                loaded -> {
                  Map<String, Network> networks = new HashMap<>();
                  loaded.forEach((id, model) -> networks.put(id, network(id, model)));
                  return networks;
                })));
  }

  /** Why networks that this node has loaded for a request are not here any more. */
  String shortage(Set<String> ids) {
    return String.format(
        Locale.ROOT,
        "networks %s were loaded for this request, and given up for other models before the node"
            + " ranked by them: the memory for models is too small for all that are asked at once;"
            + " %s, or try again",
        ids,
        models.memory());
  }

  private static Network network(String id, Model model) {
    if (model instanceof LearnedModel learned) {
      return learned.network();
    }
    throw new IllegalArgumentException("model [" + id + "] has no network; push the index again");
  }

  /** What the index of a shard says of itself. */
  public IndexFacts facts(QueryShardContext context) {
    return facts(new String[] {context.getFullyQualifiedIndex().getName()});
  }

  /** What the searched indexes say of themselves. */
  public IndexFacts facts(String[] indices) {
    return facts.of(index(indices));
  }

  private String index(String[] indices) {
    String[] names = concrete.apply(indices);
    if (names.length == 0) {
      throw new IndexNotFoundException(String.join(",", indices));
    }
    IndexFacts first = facts.of(names[0]);
    for (String name : names) {
      if (!facts.of(name).ranksAs(first)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "indexes [%s] and [%s] were written by different models or ranked by others;"
                    + " search one of them",
                names[0],
                name));
      }
    }
    return names[0];
  }

  private static Map<String, String> wanted(Case asked) {
    Map<String, String> versions = new TreeMap<>();
    for (String model : Resolver.models(asked.profile)) {
      String version = asked.facts.models().get(model);
      if (version == null) {
        throw new OpenSearchStatusException(
            "profile ["
                + asked.profile.name()
                + "] asks model ["
                + model
                + "], which did not write"
                + " into index ["
                + asked.index
                + "]; push the index again",
            RestStatus.CONFLICT);
      }
      versions.put(model, version);
    }
    return versions;
  }

  /** Asks the models; items that they ask about are fetched, and they are asked again. */
  private void encode(
      Case asked,
      UserState user,
      Map<String, Model> loaded,
      Shelf shelf,
      ActionListener<Answered> listener) {
    executor.execute(
        () -> {
          try {
            Resolver resolver =
                new Resolver(asked.facts.schema(), loaded, asked.facts.profiles().weights());
            Map<String, Encoding> encodings =
                resolver.encodings(asked.request, user, asked.profile, shelf);
            if (shelf.complete()) {
              listener.onResponse(answered(asked, user, encodings));
            } else {
              shelf.fetch(
                  asked.client,
                  ActionListener.wrap(
                      filled -> encode(asked, user, loaded, filled, listener),
                      listener::onFailure));
            }
          } catch (IOException | RuntimeException e) {
            listener.onFailure(e);
          }
        });
  }

  private static Answered answered(Case asked, UserState user, Map<String, Encoding> encodings) {
    Map<String, Encoding> sent = new HashMap<>(encodings);
    if (!asked.reasons) {
      sent.replaceAll((name, encoding) -> slim(encoding));
    }
    UserState seen = user.then(asked.request.session());
    return new Answered(
        seen,
        new Resolved(
            asked.request.now().toEpochMilli(),
            sent,
            asked.profile.seen().hidden(asked.request, seen)));
  }

  /** The encoding without what only reasons need: most of its bytes. */
  private static Encoding slim(Encoding encoding) {
    return switch (encoding) {
      case Encoding.Dense dense -> new Encoding.Dense(dense.field(), dense.vector());
      case Encoding.Sparse sparse ->
          new Encoding.Sparse(sparse.field(), sparse.weights(), sparse.norm(), Map.of());
      case Encoding.Sum sum -> new Encoding.Sum(sum.parts().stream().map(Oracle::slim).toList());
      case Encoding.Learned learned -> learned;
      case Encoding.None none -> none;
    };
  }
}
