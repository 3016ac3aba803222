package dev.kindred.tools.read;

import java.util.ArrayList;
import java.util.List;

/** Splitting without regular expressions. */
final class Texts {
  private Texts() {}

  /** All parts, empty ones and those at the end too. */
  static String[] split(String text, String separator) {
    List<String> parts = new ArrayList<>(4);
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts.toArray(String[]::new);
  }

  /** The parts that are not blank, without outer space. */
  static List<String> list(String text, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : split(text, separator)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return List.copyOf(parts);
  }
}
