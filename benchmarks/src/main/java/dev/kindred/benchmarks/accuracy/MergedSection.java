package dev.kindred.benchmarks.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A row's section of the page when only some of its models were measured again: their lines and
 * parameters replace those that stood there, and where it was measured; all else stays. Each line
 * ends with the commit it was measured at, for they differ.
 */
final class MergedSection {
  private static final String GAP = "\n\n";
  private static final String ORIGIN = "| | |";
  private static final String RESULTS = "| model | metric |";
  private static final String COMMIT = "commit";
  private static final String PARAMETERS = "Parameters:";

  /** What is cut off a parameter's paragraph to know whose it is. */
  private static final String SETTINGS = ": `{";

  private final List<String> labels;

  /**
   * @param labels of the row's models, in their order
   */
  MergedSection(List<String> labels) {
    this.labels = List.copyOf(labels);
  }

  /** Both are all that stands below a heading. */
  String merge(String before, String now) {
    List<String> fresh = paragraphs(now);
    List<String> merged = new ArrayList<>();
    for (String old : paragraphs(before)) {
      merged.add(renewed(old, before, now, fresh));
    }
    for (String paragraph : fresh) {
      if (paragraph.contains(SETTINGS) && merged.stream().noneMatch(p -> sameModel(p, paragraph))) {
        merged.add(merged.indexOf(PARAMETERS) + 1, paragraph);
      } else if (!isTable(paragraph) && !merged.contains(paragraph)) {
        merged.add(paragraph);
      }
    }
    return "\n" + String.join(GAP, merged) + "\n";
  }

  private String renewed(String old, String before, String now, List<String> fresh) {
    if (old.startsWith(ORIGIN)) {
      return find(fresh, ORIGIN);
    }
    if (old.startsWith(RESULTS)) {
      return table(old, commit(before), find(fresh, RESULTS), commit(now));
    }
    return fresh.stream().filter(p -> sameModel(old, p)).findFirst().orElse(old);
  }

  private static boolean isTable(String paragraph) {
    return paragraph.startsWith(ORIGIN) || paragraph.startsWith(RESULTS);
  }

  private static boolean sameModel(String one, String other) {
    int end = other.indexOf(SETTINGS);
    return end >= 0 && one.startsWith(other.substring(0, end + SETTINGS.length()));
  }

  private String table(String old, String oldCommit, String fresh, String freshCommit) {
    Map<String, List<String>> lines = new LinkedHashMap<>();
    labels.forEach(label -> lines.put(label, new ArrayList<>()));
    lines.putAll(byModel(old, oldCommit));
    lines.putAll(byModel(fresh, freshCommit));
    List<String> head = fresh.lines().limit(2).toList();
    return String.join(
        "\n",
        Stream.concat(
                Stream.of(head.get(0) + " " + COMMIT + " |", head.get(1) + " ---: |"),
                lines.values().stream().flatMap(List::stream))
            .toList());
  }

  /** A table's lines, each with its commit as one more cell where it has none. */
  private static Map<String, List<String>> byModel(String table, String commit) {
    boolean named = table.lines().findFirst().orElseThrow().endsWith(" " + COMMIT + " |");
    Map<String, List<String>> lines = new LinkedHashMap<>();
    for (String line : table.lines().skip(2).toList()) {
      String model = line.substring(2, line.indexOf(" |"));
      lines
          .computeIfAbsent(model, one -> new ArrayList<>())
          .add(named ? line : line + " " + commit + " |");
    }
    return lines;
  }

  /** The commit that a section says it was measured at. */
  private static String commit(String section) {
    String start = "| " + COMMIT + " | ";
    return section
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.length() - 2))
        .findFirst()
        .orElse("–");
  }

  private static String find(List<String> paragraphs, String start) {
    return paragraphs.stream().filter(p -> p.startsWith(start)).findFirst().orElseThrow();
  }

  private static List<String> paragraphs(String section) {
    return Arrays.stream(section.strip().split(GAP)).map(String::strip).toList();
  }
}
