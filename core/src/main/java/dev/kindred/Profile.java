package dev.kindred;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.arrange.Arranger;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.rank.Blend;
import dev.kindred.rank.Combiner;
import dev.kindred.rank.Part;
import dev.kindred.rank.WeightedSum;
import dev.kindred.request.Filter;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.retrieve.Proposal;
import dev.kindred.retrieve.Retriever;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A ranking as named data: who may appear, which signals score them, how much each counts, and what
 * arranges the page. Immutable and thread-safe.
 *
 * @param name such as {@code home}
 * @param retrievers each proposes up to {@code window} candidates
 * @param signals each with its normaliser and weight
 * @param window how deep retrievers are read; a request may ask for items up to this rank
 * @param arrangers applied in order to the top of the ranking
 * @param seen how long items of the history stay out of answers
 * @param combiner joins the signals' normalised values; their weighted sum when null is given
 * @param filter conditions that every item of this ranking meets, whatever the request asks for,
 *     such as {@code stock>=1}; null for none
 */
public record Profile(
    String name,
    List<Retriever> retrievers,
    List<Part> signals,
    int window,
    List<Arranger> arrangers,
    Seen seen,
    Combiner combiner,
    List<Filter.Condition> filter) {

  public Profile {
    Objects.requireNonNull(name, "name");
    retrievers = List.copyOf(retrievers);
    signals = List.copyOf(signals);
    arrangers = List.copyOf(arrangers);
    seen = seen == null ? Seen.FOREVER : seen;
    filter = filter == null ? List.of() : List.copyOf(filter);
    if (retrievers.isEmpty() || signals.isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "profile '%s' needs at least one retriever and one signal", name));
    }
    if (window < 1) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "profile '%s': window must be at least 1, was %d", name, window));
    }
    if (signals.stream().map(Part::name).distinct().count() < signals.size()) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "profile '%s' names a signal twice", name));
    }
    List<Bandit> bandits = bandits(arrangers);
    if (bandits.stream().map(Bandit::name).distinct().count() < bandits.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "profile '%s' has arrangers whose bandits have one name and learn differently; name"
                  + " them apart",
              name));
    }
    if (combiner != null && !(combiner instanceof WeightedSum) && anyGate(signals)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "profile '%s' has a gate and a learned combiner; gates belong to weighted sums",
              name));
    }
    combiner = combiner == null ? sum(signals) : combiner;
    if (combiner.signals() != signals.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "profile '%s' has %d signals, its combiner joins %d",
              name,
              signals.size(),
              combiner.signals()));
    }
    combiner.require(signals.stream().map(Part::name).toList());
  }

  /** A profile without conditions. */
  public Profile(
      String name,
      List<Retriever> retrievers,
      List<Part> signals,
      int window,
      List<Arranger> arrangers,
      Seen seen,
      Combiner combiner) {
    this(name, retrievers, signals, window, arrangers, seen, combiner, null);
  }

  /** A profile whose score is the weighted sum of its signals. */
  public Profile(
      String name,
      List<Retriever> retrievers,
      List<Part> signals,
      int window,
      List<Arranger> arrangers,
      Seen seen) {
    this(name, retrievers, signals, window, arrangers, seen, null);
  }

  private static Combiner sum(List<Part> signals) {
    return new WeightedSum(signals.stream().mapToDouble(Part::weight).toArray());
  }

  /** A ranking that never shows anything of the history again. */
  public Profile(
      String name,
      List<Retriever> retrievers,
      List<Part> signals,
      int window,
      List<Arranger> arrangers) {
    this(name, retrievers, signals, window, arrangers, Seen.FOREVER);
  }

  /** The profile written as JSON. */
  public static Profile parse(String name, JsonNode json) {
    return ProfileJson.read(name, json);
  }

  /** The JSON that {@link #parse} reads. */
  public JsonNode toJson() {
    return ProfileJson.write(this);
  }

  /** The bandits among the arrangers, each name once. */
  public List<Bandit> bandits() {
    return bandits(arrangers);
  }

  private static List<Bandit> bandits(List<Arranger> arrangers) {
    return arrangers.stream().flatMap(arranger -> arranger.learning().stream()).distinct().toList();
  }

  /** This profile under another name. */
  public Profile named(String other) {
    return new Profile(other, retrievers, signals, window, arrangers, seen, combiner, filter);
  }

  /** This profile with another combiner; null for the sum of weighted signals. */
  public Profile combinedBy(Combiner other) {
    return new Profile(name, retrievers, signals, window, arrangers, seen, other, filter);
  }

  /** This profile with other arrangers. */
  public Profile arrangedBy(List<Arranger> others) {
    return new Profile(name, retrievers, signals, window, others, seen, combiner, filter);
  }

  /** This profile with other candidates. */
  public Profile among(List<Retriever> others, int most) {
    return new Profile(name, others, signals, most, arrangers, seen, combiner, filter);
  }

  /** This profile with other signals, normalisers or weights. */
  public Profile withSignals(List<Part> changed) {
    Combiner learned = combiner instanceof WeightedSum ? null : combiner;
    return new Profile(name, retrievers, changed, window, arrangers, seen, learned, filter);
  }

  /**
   * What to run for a resolved request.
   *
   * @throws IllegalArgumentException when the page reaches beyond the window
   */
  public Plan plan(ResolvedRequest request) {
    long last = (long) request.request().from() + request.request().size();
    if (last > window) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "from + size = %d exceeds window %d of profile '%s'; ask for less or raise the"
                  + " window",
              last,
              window,
              name));
    }
    List<Proposal> proposals =
        retrievers.stream().map(retriever -> retriever.propose(request, window)).toList();
    return new Plan(
        new CandidatesQuery(proposals, request.filter(), window),
        Blend.bind(signals, combiner(request), request),
        window,
        signals.stream().map(part -> part.at(request)).toList());
  }

  private Combiner combiner(ResolvedRequest request) {
    return anyGate(signals) ? WeightedSum.at(request, signals) : combiner;
  }

  private static boolean anyGate(List<Part> parts) {
    return parts.stream().anyMatch(part -> part.gate() != null);
  }

  /** How many of the best items the arrangers want to choose from. */
  public int pool(Request request) {
    return arrangers.stream().mapToInt(arranger -> arranger.pool(request)).max().orElse(0);
  }

  /** How many of the best items bandits choose from; 0 when there is none. */
  int exploring(Request request) {
    return arrangers.stream()
        .filter(arranger -> arranger.learning().isPresent())
        .mapToInt(arranger -> arranger.pool(request))
        .max()
        .orElse(0);
  }

  /**
   * The items in the order that the arrangers give them.
   *
   * @param ranked best first, as many as {@link #pool} asks for, or all there are
   */
  public List<Scored> arrange(List<Scored> ranked, ResolvedRequest request) {
    List<Scored> arranged = ranked;
    for (Arranger arranger : arrangers) {
      int share = Math.min(arranger.pool(request.request()), arranged.size());
      if (share > 0) {
        List<Scored> changed = new ArrayList<>();
        changed.addAll(arranger.arrange(arranged.subList(0, share), request));
        changed.addAll(arranged.subList(share, arranged.size()));
        arranged = changed;
      }
    }
    return arranged;
  }
}
