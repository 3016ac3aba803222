package dev.kindred.examples.bookshop;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The parameters of one web request; what is wrong with one is an {@link BadRequest}. */
final class Parameters {
  private static final int LONGEST = 1000;

  private final Map<String, String> byName;

  private Parameters(Map<String, String> byName) {
    this.byName = byName;
  }

  /**
   * @param known the names that are understood
   */
  static Parameters of(URI uri, Set<String> known) {
    Map<String, String> byName = new LinkedHashMap<>();
    String query = uri.getRawQuery();
    for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&")) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      if (!known.contains(name)) {
        throw new BadRequest(
            "unknown parameter '" + name + "'; known: " + String.join(", ", new TreeSet<>(known)));
      }
      if (value.length() > LONGEST) {
        throw new BadRequest("parameter '" + name + "' is longer than " + LONGEST + " characters");
      }
      byName.put(name, value);
    }
    return new Parameters(byName);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("the query is not percent-encoded: " + text);
    }
  }

  String required(String name) {
    String value = byName.getOrDefault(name, "");
    if (value.isBlank()) {
      throw new BadRequest("parameter '" + name + "' is missing");
    }
    return value;
  }

  /** Null when absent or empty. */
  String optional(String name) {
    String value = byName.getOrDefault(name, "");
    return value.isBlank() ? null : value;
  }

  int number(String name, int standard, int least, int most) {
    String value = optional(name);
    if (value == null) {
      return standard;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new BadRequest(
        "parameter '"
            + name
            + "' is '"
            + value
            + "', expected a whole number from "
            + least
            + " to "
            + most);
  }
}
