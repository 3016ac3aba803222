package dev.kindred.tools.build;

import dev.kindred.tools.read.ReadReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a build made. Immutable.
 *
 * @param generation the name of the published generation
 * @param counts {@code items}, {@code bare_items} (named by events only), {@code users}, {@code
 *     events}, {@code repeats} (events dropped because the pair was there already) and so on, in
 *     the order worth telling
 * @param seconds by phase, in their order
 * @param reads what reading each file found, with skipped bad lines
 * @param versions {@code name@version} by model
 * @param metrics figures each training measured, by model
 * @param profiles the names of the rankings
 * @param notes what the reader of the report should know, in words
 */
public record BuildReport(
    String generation,
    Map<String, Long> counts,
    Map<String, Double> seconds,
    List<ReadReport> reads,
    Map<String, String> versions,
    Map<String, Map<String, Double>> metrics,
    List<String> profiles,
    List<String> notes) {
  public BuildReport {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
    seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    reads = List.copyOf(reads);
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    profiles = List.copyOf(profiles);
    notes = Collections.unmodifiableList(new ArrayList<>(notes));
  }

  /** How many bad lines were skipped in all files. */
  public long badLines() {
    return reads.stream().mapToLong(ReadReport::bad).sum();
  }
}
