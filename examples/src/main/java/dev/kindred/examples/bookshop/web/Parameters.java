package dev.kindred.examples.bookshop.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parameters of one web request; what is wrong with one is a {@link BadRequest}. Immutable.
 *
 * @param byName values in the order they were given
 */
record Parameters(Map<String, List<String>> byName) {
  private static final int LONGEST = 1000;
  private static final int MOST = 20;

  /**
   * @param known the names that are understood
   */
  static Parameters of(Map<String, List<String>> given, Set<String> known) {
    given.forEach(
        (name, values) -> {
          if (!known.contains(name)) {
            throw new BadRequest(
                "unknown parameter '"
                    + name
                    + "'; known: "
                    + String.join(", ", new TreeSet<>(known)));
          }
          if (values.size() > MOST) {
            throw new BadRequest("parameter '" + name + "' is given more than " + MOST + " times");
          }
          if (values.stream().anyMatch(value -> value.length() > LONGEST)) {
            throw new BadRequest(
                "parameter '" + name + "' is longer than " + LONGEST + " characters");
          }
        });
    return new Parameters(given);
  }

  String required(String name) {
    String value = optional(name);
    if (value == null) {
      throw new BadRequest("parameter '" + name + "' is missing");
    }
    return value;
  }

  /** Null when absent or empty. */
  String optional(String name) {
    List<String> values = all(name);
    return values.isEmpty() ? null : values.getFirst();
  }

  /** Every value that is not empty. */
  List<String> all(String name) {
    return byName.getOrDefault(name, List.of()).stream().filter(v -> !v.isBlank()).toList();
  }

  int whole(String name, int standard, int least, int most) {
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
    throw unfit(name, value, "a whole number from " + least + " to " + most);
  }

  /** From 0 to 1; 0 when absent. */
  double share(String name) {
    String value = optional(name);
    if (value == null) {
      return 0;
    }
    try {
      double number = Double.parseDouble(value);
      if (number >= 0 && number <= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw unfit(name, value, "a number from 0 to 1");
  }

  private static BadRequest unfit(String name, String value, String expected) {
    return new BadRequest("parameter '" + name + "' is '" + value + "', expected " + expected);
  }
}
