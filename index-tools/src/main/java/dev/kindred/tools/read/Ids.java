package dev.kindred.tools.read;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What may be an id: 1 to 512 bytes of UTF-8 without control characters; outer space is cut. */
final class Ids {
  static final int LONGEST = 512;

  private Ids() {}

  static String check(String noun, String raw) throws BadLine {
    String id = raw == null ? "" : raw.strip();
    if (id.isEmpty()) {
      throw new BadLine("the " + noun + " id is empty, expected 1 to " + LONGEST + " bytes");
    }
    if (id.length() > LONGEST / 3) {
      int bytes = id.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > LONGEST) {
        throw new BadLine(
            String.format(
                Locale.ROOT,
                "the %s id %s has %d bytes, expected at most %d",
                noun,
                BadLine.quoted(id),
                bytes,
                LONGEST));
      }
    }
    for (int i = 0; i < id.length(); i++) {
      if (Character.isISOControl(id.charAt(i))) {
        throw new BadLine(
            String.format(
                Locale.ROOT,
                "the %s id holds the control character U+%04X, expected printable text",
                noun,
                (int) id.charAt(i)));
      }
    }
    return id;
  }
}
