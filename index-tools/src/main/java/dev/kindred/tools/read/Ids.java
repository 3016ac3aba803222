package dev.kindred.tools.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What may be an id: 1 to 512 bytes of UTF-8 without control characters; outer space is cut. */
final class Ids {
  static final int LONGEST = 512;

  private Ids() {}

  static String check(String noun, String raw) throws BadLine {
    return name(noun + " id", raw);
  }

  /** Null when there is none. */
  static String optional(String noun, String raw) throws BadLine {
    return raw == null || raw.isBlank() ? null : check(noun, raw);
  }

  /** The same for what is no id but as short as one. */
  static String name(String noun, String raw) throws BadLine {
    String id = raw == null ? "" : raw.strip();
    if (id.isEmpty()) {
      throw new BadLine("the " + noun + " is empty, expected 1 to " + LONGEST + " bytes");
    }
    if (id.length() > LONGEST / 3) {
      int bytes = id.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST) {
        throw new BadLine(
            String.format(
                Locale.ROOT,
                "the %s %s has %d bytes, expected at most %d",
                noun,
                BadLine.quoted(id),
                bytes,
                LONGEST));
      }
    }
    for (int i = 0; i < id.length(); i++) {
      if (Character.isSurrogate(id.charAt(i)) && isTorn(id, i)) {
        throw new BadLine(
            String.format(
                Locale.ROOT,
                "the %s holds half of a surrogate pair, U+%04X, expected Unicode",
                noun,
                (int) id.charAt(i)));
      }
      if (Character.isISOControl(id.charAt(i))) {
        throw new BadLine(
            String.format(
                Locale.ROOT,
                "the %s holds the control character U+%04X, expected printable text",
                noun,
                (int) id.charAt(i)));
      }
    }
    return id;
  }

  private static boolean isTorn(String id, int at) {
    char c = id.charAt(at);
    return Character.isHighSurrogate(c)
        ? at + 1 == id.length() || !Character.isLowSurrogate(id.charAt(at + 1))
        : at == 0 || !Character.isHighSurrogate(id.charAt(at - 1));
  }
}
