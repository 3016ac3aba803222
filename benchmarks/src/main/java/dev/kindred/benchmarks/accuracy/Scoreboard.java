package dev.kindred.benchmarks.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The page of all rows: a row that is measured again replaces its section, others stay. */
final class Scoreboard {
  private static final String SECTION = "\n## Row ";

  private final Path file;
  private final Map<Integer, String> sections = new TreeMap<>();

  private Scoreboard(Path file) {
    this.file = file;
  }

  /** The page as it is; empty where there is none. */
  static Scoreboard read(Path file) throws IOException {
    Scoreboard scoreboard = new Scoreboard(file);
    if (Files.exists(file)) {
      String[] parts = Files.readString(file).split(SECTION);
      for (int i = 1; i < parts.length; i++) {
        int number = Integer.parseInt(parts[i].substring(0, parts[i].indexOf(':')));
        scoreboard.sections.put(number, SECTION + parts[i].stripTrailing() + "\n");
      }
    }
    return scoreboard;
  }

  /**
   * Replaces a row.
   *
   * @param body all below the heading
   */
  void put(Section row, String body) {
    String heading = SECTION + row.number() + ": " + row.title() + "\n";
    sections.put(row.number(), heading + body.stripTrailing() + "\n");
  }

  /**
   * Replaces the lines of the models that were measured again.
   *
   * @param row whole, so that the order of its models is known
   * @param body what was measured, as for {@link #put}
   */
  void merge(Section row, String body) {
    String before = sections.get(row.number());
    put(
        row,
        before == null
            ? body
            : new MergedSection(row.labels())
                .merge(before.substring(before.indexOf('\n', SECTION.length())), body));
  }

  void write() throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, "# Accuracy\n" + String.join("", sections.values()));
  }
}
