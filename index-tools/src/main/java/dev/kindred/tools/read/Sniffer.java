package dev.kindred.tools.read;

import java.util.List;
import java.util.StringTokenizer;
import java.util.regex.Pattern;

/** Tells formats apart by the first lines of a file. */
final class Sniffer {
  private static final Pattern ATOMIC =
      Pattern.compile("[^\\t:]+:(token|token_seq|float|float_seq)(\\t[^\\t:]+:\\w+)*");
  private static final Pattern RATING =
      Pattern.compile("[^\\t]+\\t[^\\t]+\\t-?[0-9.]+\\t[0-9]{6,}|.+?::.+?::.*");
  private static final Pattern UBI_KEY = Pattern.compile("\"action_name\"\\s*:");
  private static final Pattern NAMES = Pattern.compile(".*\\p{L}.*");
  private static final int LINES = 100;

  private Sniffer() {}

  /** The format of a file of events. */
  static Format events(Input input) {
    List<String> lines = lines(input);
    if (lines.isEmpty()) {
      return Format.PAIRS;
    }
    String first = lines.getFirst();
    if (RATING.matcher(first).matches()) {
      return Format.MOVIELENS;
    }
    Format told = told(input, first);
    if (told != null) {
      return told;
    }
    long plain =
        lines.stream().filter(line -> new StringTokenizer(line).countTokens() >= 2).count();
    if (plain < lines.size()) {
      throw unknown(input, first);
    }
    boolean pairs = lines.stream().allMatch(line -> new StringTokenizer(line).countTokens() == 2);
    return pairs ? Format.PAIRS : Format.SEQUENCES;
  }

  /** The format of a file of items. */
  static Format items(Input input) {
    List<String> lines = lines(input);
    if (lines.isEmpty()) {
      return Format.JSONL;
    }
    Format told = told(input, lines.getFirst());
    if (told == null) {
      throw unknown(input, lines.getFirst());
    }
    return told;
  }

  /** A format that shows in the first line, or null. */
  private static Format told(Input input, String first) {
    if (first.startsWith("[")) {
      throw new InputException(
          input.name(),
          1,
          "it begins with a JSON array, expected one JSON object a line",
          "write one object a line, for example with jq -c '.[]'");
    }
    if (first.startsWith("{")) {
      return UBI_KEY.matcher(first).find() ? Format.UBI : Format.JSONL;
    }
    if (ATOMIC.matcher(first).matches()) {
      return Format.RECBOLE;
    }
    if (!NAMES.matcher(first).matches()) {
      return null;
    }
    if (first.indexOf('\t') >= 0) {
      return Format.TSV;
    }
    return first.indexOf(',') >= 0 ? Format.CSV : null;
  }

  private static InputException unknown(Input input, String first) {
    return new InputException(
        input.name(),
        1,
        "the format cannot be told from the first line, " + BadLine.quoted(first.strip()),
        "name it with --format, one of " + List.of(Format.values()));
  }

  private static List<String> lines(Input input) {
    String head = input.head();
    return head.lines().filter(line -> !line.isBlank()).map(String::strip).limit(LINES).toList();
  }
}
