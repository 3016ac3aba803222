package dev.kindred.tools.build;

import dev.kindred.Profile;
import dev.kindred.data.Item;
import dev.kindred.index.Schema;
import dev.kindred.internal.registry.Unknown;
import dev.kindred.model.Model;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The profiles of a build, their normalisers not fitted yet: the default ones and the given. */
final class Rankings {
  private static final int MOST_AGES = 1_000_000;

  private final BuildSpec spec;
  private final Map<String, Model> models;
  private final Schema schema;

  Rankings(BuildSpec spec, Map<String, Model> models, Schema schema) {
    this.spec = spec;
    this.models = models;
    this.schema = schema;
  }

  Map<String, Profile> of(Gathered data) {
    Map<String, Profile> profiles =
        new LinkedHashMap<>(new DefaultProfiles(models.values(), schema, novelty(data)).all());
    spec.profiles().forEach((name, json) -> profiles.put(name, known(Profile.parse(name, json))));
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

  /**
   * After which age an item is half as interesting: the median age of items at their events, at
   * least a day. Null when it cannot be told.
   */
  private Duration novelty(Gathered data) {
    if (schema.time() == null || data.log().size() == 0) {
      return null;
    }
    long[] born = new long[data.log().items().size()];
    Arrays.fill(born, Long.MIN_VALUE);
    for (Item item : data.items()) {
      int ordinal = data.log().items().ordinal(item.id());
      if (ordinal >= 0 && item.fields().get(schema.time()) instanceof Number millis) {
        born[ordinal] = millis.longValue();
      }
    }
    long[] ages = ages(data.log(), born);
    if (ages.length == 0) {
      return null;
    }
    Arrays.sort(ages);
    long days = Duration.ofMillis(ages[ages.length / 2]).toDays();
    return Duration.ofDays(Math.max(1, days));
  }

  private static long[] ages(EventLog log, long[] born) {
    int step = 1 + log.size() / MOST_AGES;
    long[] ages = new long[log.size() / step + 1];
    int[] counts = new int[2];
    log.forEach(
        (item, time) -> {
          if (counts[0]++ % step == 0 && born[item] != Long.MIN_VALUE && time > 0) {
            ages[counts[1]++] = Math.max(0, time - born[item]);
          }
        });
    return Arrays.copyOf(ages, counts[1]);
  }
}
