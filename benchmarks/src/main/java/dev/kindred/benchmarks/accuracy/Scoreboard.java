package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.report.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;

/** The page of all rows: a row that is measured again replaces its section, others stay. */
final class Scoreboard {
  private static final String ROW = "Row ";

  private final Path file;
  private final Sheet sheet;

  private Scoreboard(Path file, Sheet sheet) {
    this.file = file;
    this.sheet = sheet;
  }

  /** The page as it is; empty where there is none. */
  static Scoreboard read(Path file) throws IOException {
    return new Scoreboard(file, Sheet.read(file));
  }

  /**
   * Replaces a row, whatever title it had.
   *
   * @param body all below the heading
   */
  void put(Section row, String body) {
    title(row).ifPresent(sheet::remove);
    sheet.put(ROW + row.number() + ": " + row.title(), body);
  }

  /**
   * Replaces the lines of the models that were measured again.
   *
   * @param row whole, so that the order of its models is known
   * @param body what was measured, as for {@link #put}
   */
  void merge(Section row, String body) {
    put(
        row,
        title(row)
            .map(title -> new MergedSection(row.labels()).merge(sheet.body(title), body))
            .orElse(body));
  }

  /** As it stands on the page. */
  private Optional<String> title(Section row) {
    return sheet.titles().stream().filter(title -> number(title) == row.number()).findFirst();
  }

  private static int number(String title) {
    return Integer.parseInt(title.substring(ROW.length(), title.indexOf(':')));
  }

  void write() throws IOException {
    sheet.write(
        file,
        "# Accuracy",
        sheet.titles().stream().sorted(Comparator.comparingInt(Scoreboard::number)).toList());
  }
}
