package dev.kindred.tools.evaluate.metric;

import dev.kindred.internal.registry.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** All metrics by name. To add one, write its record and register it here. */
public final class Metrics {
  private static final Registry<IntFunction<Metric>> KNOWN =
      new Registry<>(
          "metric",
          Map.ofEntries(
              Map.entry("ndcg", Ndcg::new),
              Map.entry("recall", Recall::new),
              Map.entry("recall_capped", RecallCapped::new),
              Map.entry("precision", Precision::new),
              Map.entry("hr", HitRate::new),
              Map.entry("mrr", ReciprocalRank::new),
              Map.entry("map", AveragePrecision::new),
              Map.entry("coverage", Coverage::new),
              Map.entry("gini", Gini::new),
              Map.entry("novelty", Novelty::new),
              Map.entry("ild", IntraListDiversity::new)));

  private Metrics() {}

  /** The known names, without cut-offs. */
  public static Set<String> names() {
    return KNOWN.names();
  }

  /**
   * Reads a list such as {@code ndcg@10,recall@20}; what is repeated is kept once.
   *
   * @throws IllegalArgumentException naming what is wrong and what is known
   */
  public static List<Metric> parse(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .distinct()
        .map(Metrics::one)
        .toList();
  }

  private static Metric one(String text) {
    int at = text.indexOf('@');
    String name = at < 0 ? text : text.substring(0, at);
    IntFunction<Metric> kind = KNOWN.get(name);
    if (at < 0) {
      throw new IllegalArgumentException(
          "metric \"" + name + "\" needs a cut-off; write it as " + name + "@10");
    }
    return kind.apply(cutOff(text, text.substring(at + 1)));
  }

  private static int cutOff(String text, String digits) {
    if (!digits.matches("[1-9][0-9]{0,5}")) {
      throw new IllegalArgumentException(
          "metric \""
              + text
              + "\": the cut-off is \""
              + digits
              + "\", expected a whole number from 1 to 999999");
    }
    return Integer.parseInt(digits);
  }
}
