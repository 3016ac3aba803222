package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.ItemSource;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything a build depends on: equal specifications give equal rankings. Immutable.
 *
 * @param out the index folder; need not exist
 * @param items the catalogue; empty when only events name items
 * @param events who did what; empty for a catalogue nobody has touched yet
 * @param rules what events are worth
 * @param models what to train: parameters by model name, in the order of training; empty for {@link
 *     ModelList the customary ones}
 * @param profiles rankings that replace or join the default ones, by name
 * @param users declared facts by user id, such as {@code country}; empty when none are known
 * @param version the instant of the build, which becomes the models' version
 * @param seed of everything random
 * @param threads to use, at least 1
 * @param withLive whether to learn also from what users did live in the index that is there
 * @param tune whether the weights of the profiles are learned, which trains every model twice
 */
public record BuildSpec(
    Path out,
    Optional<ItemSource> items,
    Optional<EventSource> events,
    EventRules rules,
    Map<String, Map<String, String>> models,
    Map<String, JsonNode> profiles,
    Map<String, Map<String, String>> users,
    Instant version,
    long seed,
    int threads,
    boolean withLive,
    boolean tune) {
  public BuildSpec {
    Objects.requireNonNull(out, "out");
    Objects.requireNonNull(rules, "rules");
    Objects.requireNonNull(version, "version");
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    profiles = Collections.unmodifiableMap(new LinkedHashMap<>(profiles));
    users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
    if (items.isEmpty() && events.isEmpty()) {
      throw new IllegalArgumentException("a build needs items or events; there are neither");
    }
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, was " + threads);
    }
  }

  /**
   * A build that knows no facts about users, learns from live events too, and learns no weights.
   */
  public BuildSpec(
      Path out,
      Optional<ItemSource> items,
      Optional<EventSource> events,
      EventRules rules,
      Map<String, Map<String, String>> models,
      Map<String, JsonNode> profiles,
      Instant version,
      long seed,
      int threads) {
    this(
        out, items, events, rules, models, profiles, Map.of(), version, seed, threads, true, false);
  }

  /** A build with the customary models and profiles. */
  public static BuildSpec of(
      Path out, ItemSource items, EventSource events, Instant version, int threads) {
    return new BuildSpec(
        out,
        Optional.ofNullable(items),
        Optional.ofNullable(events),
        EventRules.COMMON,
        Map.of(),
        Map.of(),
        version,
        42,
        threads);
  }

  /** The same build with these models. */
  public BuildSpec models(Map<String, Map<String, String>> chosen) {
    return new BuildSpec(
        out, items, events, rules, chosen, profiles, users, version, seed, threads, withLive, tune);
  }

  /** The same build, told these facts about users. */
  public BuildSpec users(Map<String, Map<String, String>> facts) {
    return new BuildSpec(
        out, items, events, rules, models, profiles, facts, version, seed, threads, withLive, tune);
  }

  /** The same build with other weights of events. */
  BuildSpec rules(EventRules changed) {
    return new BuildSpec(
        out, items, events, changed, models, profiles, users, version, seed, threads, withLive,
        tune);
  }

  /** The same build with or without live events. */
  public BuildSpec withLive(boolean wanted) {
    return new BuildSpec(
        out, items, events, rules, models, profiles, users, version, seed, threads, wanted, tune);
  }

  /** The same build with learned weights, or not. */
  public BuildSpec tune(boolean wanted) {
    return new BuildSpec(
        out, items, events, rules, models, profiles, users, version, seed, threads, withLive,
        wanted);
  }
}
