package dev.kindred.tools.cli;

import dev.kindred.request.Recommendations.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in words why an item is there. */
public final class Words {
  private static final int MOST_CAUSES = 3;

  private static final Map<String, String> BY_WORDS =
      Map.of("text", "matches", "content", "similar words", "preference", "you often choose");

  private static final Map<String, String> BY_ITSELF =
      Map.of(
          "popularity", "popular",
          "trend", "in demand these days",
          "recency", "recent",
          "text", "matches the text",
          "content", "similar words",
          "preference", "what you often choose");

  private final Set<String> seeds;

  private Words(Set<String> seeds) {
    this.seeds = seeds;
  }

  /**
   * @param seeds the items that the request asks for more like; any other cause is the user's own
   */
  public static Words forSeeds(Iterable<String> seeds) {
    Set<String> ids = new java.util.LinkedHashSet<>();
    seeds.forEach(ids::add);
    return new Words(ids);
  }

  /** Such as {@code because you liked carmilla (related 41 %); popular (12 %)}. */
  public String of(List<Reason> reasons) {
    Map<String, List<Reason>> byWording = new LinkedHashMap<>();
    for (Reason reason : reasons) {
      byWording.computeIfAbsent(wording(reason), wording -> new ArrayList<>()).add(reason);
    }
    return byWording.entrySet().stream()
        .map(entry -> entry.getKey() + causes(entry.getValue()) + shares(entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private String wording(Reason reason) {
    String signal = kind(reason.signal());
    if (reason.because().isEmpty()) {
      return BY_ITSELF.getOrDefault(signal, "your taste");
    }
    String words =
        signal.equals("preference") && !seeds.isEmpty() ? "of the same kind" : BY_WORDS.get(signal);
    if (words != null) {
      return words + ": ";
    }
    return seeds.containsAll(reason.because()) ? "because it is near " : "because you liked ";
  }

  /** A model that exists once a field is called {@code preference.FIELD}. */
  private static String kind(String signal) {
    int dot = signal.indexOf('.');
    return dot < 0 ? signal : signal.substring(0, dot);
  }

  private static String causes(List<Reason> alike) {
    return alike.stream()
        .flatMap(reason -> reason.because().stream())
        .distinct()
        .limit(MOST_CAUSES)
        .collect(Collectors.joining(", "));
  }

  /** Shares, with the signals' names where the wording does not tell them. */
  private static String shares(List<Reason> alike) {
    return alike.stream().map(Words::share).collect(Collectors.joining(", ", " (", ")"));
  }

  private static String share(Reason reason) {
    long percent = Math.round(100 * reason.share());
    String name = BY_ITSELF.containsKey(kind(reason.signal())) ? "" : reason.signal() + " ";
    return String.format(Locale.ROOT, "%s%d %%", name, percent);
  }
}
