package dev.kindred.tools.ltr;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Writes judged requests in the format of LETOR and SVMrank: {@code grade qid:N 1:value … # item},
 * a line an item, requests numbered from 1. The first line is a comment that names the signals.
 * What a signal has no value for is left out of the line, or written as the number that stands for
 * it, for readers to whom what is left out is 0. Not thread-safe.
 */
public final class LetorWriter implements Closeable {
  static final String SIGNALS = "# signals:";

  private final Writer out;
  private final int signals;
  private final double missing;
  private long requests;
  private long rows;

  /**
   * @param missing stands for what is missing; NaN to leave it out
   */
  public LetorWriter(Path file, List<String> signals, double missing) throws IOException {
    for (String signal : signals) {
      if (signal.isBlank() || signal.chars().anyMatch(Character::isWhitespace)) {
        throw new IllegalArgumentException(
            "signal '" + signal + "' has a space in its name, which the format cannot hold");
      }
    }
    if (file.toAbsolutePath().getParent() != null) {
      Files.createDirectories(file.toAbsolutePath().getParent());
    }
    this.out = Files.newBufferedWriter(file);
    this.signals = signals.size();
    this.missing = missing;
    StringBuilder head = new StringBuilder(SIGNALS);
    for (int i = 0; i < this.signals; i++) {
      head.append(' ').append(i + 1).append('=').append(signals.get(i));
    }
    out.append(head).append('\n');
  }

  /** Writes one request. */
  public void write(Judged request) throws IOException {
    requests++;
    for (int i = 0; i < request.size(); i++) {
      double[] row = request.values()[i];
      if (row.length != signals) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "request %s has rows of %d values, expected %d",
                request.request(),
                row.length,
                signals));
      }
      out.append(Integer.toString(request.grades()[i]))
          .append(" qid:")
          .append(Long.toString(requests));
      for (int signal = 0; signal < signals; signal++) {
        double value = Double.isNaN(row[signal]) ? missing : row[signal];
        if (!Double.isNaN(value)) {
          out.append(' ').append(Integer.toString(signal + 1)).append(':').append(text(value));
        }
      }
      out.append(" # ").append(request.items().get(i)).append('\n');
      rows++;
    }
  }

  /** The shortest that reads back the same. */
  private static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Requests so far. */
  public long requests() {
    return requests;
  }

  /** Items so far. */
  public long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
