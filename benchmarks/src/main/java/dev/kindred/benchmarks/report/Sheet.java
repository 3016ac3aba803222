package dev.kindred.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A page of sections: one that is measured again replaces what it was, others stay. */
public final class Sheet {
  private static final String SECTION = "\n## ";

  private final Map<String, String> bodies = new HashMap<>();

  /** The sections of the page as it is; none where there is no page. */
  public static Sheet read(Path file) throws IOException {
    Sheet sheet = new Sheet();
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split(SECTION);
      for (int i = 1; i < parts.length; i++) {
        int line = parts[i].indexOf('\n');
        sheet.put(parts[i].substring(0, line), parts[i].substring(line));
      }
    }
    return sheet;
  }

  /** The titles of its sections, in no order. */
  public Set<String> titles() {
    return Set.copyOf(bodies.keySet());
  }

  /** All that stands below a title; null for none. */
  public String body(String title) {
    return bodies.get(title);
  }

  public void remove(String title) {
    bodies.remove(title);
  }

  /** Replaces a section. */
  public void put(String title, String body) {
    bodies.put(title, body.strip());
  }

  /**
   * Writes the sections.
   *
   * @param top before the first of them
   * @param titles their order; others are dropped
   */
  public void write(Path file, String top, List<String> titles) throws IOException {
    StringBuilder text = new StringBuilder(top.strip()).append('\n');
    for (String title : titles) {
      if (bodies.containsKey(title)) {
        text.append(SECTION).append(title).append("\n\n").append(bodies.get(title)).append('\n');
      }
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
