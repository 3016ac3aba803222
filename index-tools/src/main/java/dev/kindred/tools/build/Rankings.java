package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.kindred.Profile;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.model.Model;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The profiles of a build, their normalisers not fitted yet: the default ones and the given. */
final class Rankings {
  private final Map<String, Model> models;
  private final Schema schema;
  private final Map<String, Profile> given = new LinkedHashMap<>();

  /**
   * @param eventTypes those of a shop bring its ranking
   * @throws IllegalArgumentException when a given profile cannot be read, or names a model that is
   *     not there
   */
  Rankings(BuildSpec spec, Map<String, Model> models, Schema schema, Set<String> eventTypes) {
    this.models = models;
    this.schema = schema;
    ShopPreset shop = new ShopPreset(models.values(), schema);
    if (ShopPreset.suits(eventTypes)) {
      given.put(ShopPreset.NAME, shop.profile(ShopPreset.NAME, MissingNode.getInstance()));
    }
    spec.profiles()
        .forEach(
            (name, json) ->
                given.put(
                    name,
                    ShopPreset.isAsked(name, json)
                        ? shop.profile(name, json)
                        : known(Profile.parse(name, json))));
  }

  /**
   * Reads the given profiles, which takes no models, before any is trained.
   *
   * @throws IllegalArgumentException when one cannot be read
   */
  static void require(Map<String, JsonNode> given) {
    ShopPreset shop =
        new ShopPreset(
            List.of(), new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null));
    given.forEach(
        (name, json) -> {
          if (ShopPreset.isAsked(name, json)) {
            shop.profile(name, json);
          } else {
            Profile.parse(name, json);
          }
        });
  }

  /**
   * Looks at the fields that the given profiles read, before any model is trained.
   *
   * @throws IllegalArgumentException when the catalogue does not have one
   */
  static void requireFields(Map<String, JsonNode> given, Schema schema) {
    given.forEach(
        (name, json) -> {
          if (!ShopPreset.isAsked(name, json)) {
            ProfileFields.require(Profile.parse(name, json), schema);
          }
        });
  }

  /**
   * @param novelty after which age an item is half as new; null when it cannot be told
   */
  Map<String, Profile> of(Duration novelty) {
    Map<String, Profile> profiles =
        new LinkedHashMap<>(new DefaultProfiles(models.values(), schema, novelty).all());
    profiles.putAll(given);
    return profiles;
  }

  /** A model that nobody trains would silently say nothing. */
  private Profile known(Profile profile) {
    Set<String> named = new TreeSet<>();
    profile.retrievers().forEach(retriever -> named.addAll(retriever.models().keySet()));
    profile.signals().forEach(part -> named.addAll(part.signal().models().keySet()));
    for (String model : named) {
      if (!models.containsKey(model)) {
        throw new IllegalArgumentException(
            "profile '"
                + profile.name()
                + "': "
                + Unknown.message("model", model, new TreeSet<>(models.keySet())));
      }
    }
    return profile;
  }
}
