package dev.kindred.tools.read;

import dev.kindred.internal.registry.Unknown;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The formats of input files, by the names of {@code --format}. */
public enum Format {
  /** Told by the content. */
  AUTO,
  /** A MovieLens folder, or one of its files of ratings. */
  MOVIELENS,
  /** Comma-separated values with a header, RFC 4180. */
  CSV,
  /** The same with tabs. */
  TSV,
  /** A JSON object a line. */
  JSONL,
  /** {@code user item} a line. */
  PAIRS,
  /** {@code user item item …} a line. */
  SEQUENCES,
  /** RecBole's atomic files: tabs, with {@code name:type} in the header. */
  RECBOLE,
  /** OpenSearch User Behavior Insights events, a JSON object a line. */
  UBI;

  /** The format of this name; an unknown name is an {@link IllegalArgumentException}. */
  public static Format of(String name) {
    for (Format format : values()) {
      if (format.toString().equals(name)) {
        return format;
      }
    }
    List<String> known = Arrays.stream(values()).map(Format::toString).toList();
    throw new IllegalArgumentException(Unknown.message("format", name, known));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
