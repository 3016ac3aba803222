package dev.kindred.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A page of results in Markdown, as it grows. Not thread-safe. */
public final class Page {
  private final StringBuilder text = new StringBuilder();
  private List<String> columns = List.of();

  /**
   * @param title null for none
   */
  public Page(String title) {
    if (title != null) {
      text.append("# ").append(title).append('\n');
    }
  }

  /** How to make this page again, and where it was made. */
  public Page origin(String command, Machine machine) {
    text.append("\n| | |\n| --- | --- |\n");
    row("command", "`" + command + "`");
    row("commit", machine.commit());
    row("machine", machine.processor());
    row("load", number(machine.load(), 1) + " runnable threads when it started");
    row("JVM", machine.jvm());
    row("kernels", machine.kernels());
    return this;
  }

  public Page heading(String heading) {
    text.append("\n## ").append(heading).append('\n');
    return this;
  }

  public Page paragraph(String paragraph) {
    text.append('\n').append(paragraph).append('\n');
    return this;
  }

  /** Starts a table; the first column is words, the others numbers. */
  public Page table(String... headers) {
    columns = List.of(headers);
    text.append('\n');
    row(headers);
    List<String> rule = new ArrayList<>(List.of("---"));
    for (int i = 1; i < headers.length; i++) {
      rule.add("---:");
    }
    row(rule.toArray(String[]::new));
    return this;
  }

  /** Adds a row to the table. */
  public Page row(String... cells) {
    if (columns.size() > cells.length) {
      throw new IllegalArgumentException(
          "the table's columns are " + columns + ", the row's " + Arrays.toString(cells));
    }
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    return this;
  }

  /** A number with so many digits after the point. */
  public static String number(double value, int digits) {
    return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** Whether a measured ratio keeps its promise, in words. */
  public static String verdict(boolean met) {
    return met ? "met" : "**missed**";
  }

  /** The page so far. */
  @Override
  public String toString() {
    return text.toString();
  }

  /** Writes the page, making the folder where there is none. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, text);
  }
}
