package dev.kindred.request;

import dev.kindred.data.UserState;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.internal.sparse.WeightedTerms;
import dev.kindred.model.Encoding;
import dev.kindred.model.Network;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.search.Query;

/**
 * A request with its user found and every model asked once. Ranking is a pure function of this and
 * the index. Immutable, but for what {@link #shared} remembers. All but that and the networks
 * travels to where the ranking is done; each node has the networks already.
 *
 * @param request what was asked; its {@code now} is set
 * @param user the stored history and the session
 * @param encodings by {@link #key}
 * @param text the parsed text query; null when nothing was typed
 * @param filter what candidates must match, seen items excluded; null when everything may appear
 * @param bandits what the profile's bandits have learned, frozen, by their names
 * @param networks those that this node holds for the encodings, by {@link Network#id}
 * @param shared what retrievers and signals add up for one another
 */
public record ResolvedRequest(
    Request request,
    UserState user,
    Map<String, Encoding> encodings,
    Query text,
    Query filter,
    Map<String, Posteriors> bandits,
    Map<String, Network> networks,
    SharedTerms shared) {
  public ResolvedRequest {
    encodings = Map.copyOf(encodings);
    bandits = Map.copyOf(bandits);
    networks = Map.copyOf(networks);
  }

  /** For a profile without bandits and learned signals; nothing is added up yet. */
  public ResolvedRequest(
      Request request, UserState user, Map<String, Encoding> encodings, Query text, Query filter) {
    this(request, user, encodings, text, filter, Map.of(), Map.of(), new SharedTerms());
  }

  /** With what the bandits of the profile have learned. */
  public ResolvedRequest with(Map<String, Posteriors> learned) {
    return new ResolvedRequest(request, user, encodings, text, filter, learned, networks, shared);
  }

  /** On a node that holds these networks. */
  public ResolvedRequest holding(Map<String, Network> held) {
    return new ResolvedRequest(request, user, encodings, text, filter, bandits, held, shared);
  }

  /** What the bandit of that name has learned. */
  public Posteriors bandit(String name) {
    return bandits.getOrDefault(name, Posteriors.NONE);
  }

  /** The name under which the encoding of a model's view is kept. */
  public static String key(String model, View view) {
    return view == View.AUTO ? model : model + "/" + view.name().toLowerCase(Locale.ROOT);
  }

  /** The key of a feature that a gate asks for. */
  public static String featureKey(Feature feature) {
    return "feature/" + feature.label();
  }

  /**
   * The feature's value, as it was measured when the request was resolved.
   *
   * @throws IllegalStateException when nobody measured it
   */
  public double feature(Feature feature) {
    if (encodings.get(featureKey(feature)) instanceof Encoding.Dense measured) {
      return measured.vector()[0];
    }
    throw new IllegalStateException(
        "the request was resolved for a profile that does not look at its " + feature.label());
  }

  /** The key of what the user usually chooses of a number field. */
  public static String usualKey(String field) {
    return "usual/" + field;
  }

  /** Mean and spread of the logarithm of the number, or {@link Encoding.None}. */
  public Encoding usual(String field) {
    Encoding known = encodings.get(usualKey(field));
    return known != null ? known : new Encoding.None("nobody asked what is usual of " + field);
  }

  /** The named model's encoding of that view; {@link Encoding.None} when it has none. */
  public Encoding encoding(String model, View view) {
    Encoding known = encodings.get(key(model, view));
    return known != null ? known : new Encoding.None("no model named " + model);
  }

  /**
   * The network that joins an encoding with items.
   *
   * @throws IllegalStateException when this node does not hold it
   */
  public Network network(String id) {
    Network network = networks.get(id);
    if (network == null) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "the network %s is not held here; held: %s; load the model of this version",
              id,
              new TreeSet<>(networks.keySet())));
    }
    return network;
  }

  /** The terms of an encoding; the same object for everyone who asks with the same encoding. */
  public WeightedTerms terms(Encoding.Sparse sparse) {
    return shared.of(sparse);
  }
}
