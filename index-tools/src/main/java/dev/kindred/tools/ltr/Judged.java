package dev.kindred.tools.ltr;

import java.util.List;
import java.util.Locale;

/**
 * One request: items in the order in which they were ranked, what the signals said of each, and how
 * good each turned out to be. The arrays are not copied; nobody changes them.
 *
 * @param request its name, without spaces
 * @param items ids, best first as they were ranked
 * @param grades one an item, 0 for not chosen, at most {@value #BEST}
 * @param values one row an item, NaN where a signal had no value
 */
public record Judged(String request, List<String> items, int[] grades, double[][] values) {
  /** LightGBM's largest grade: gains are {@code 2^grade − 1}. */
  public static final int BEST = 30;

  public Judged {
    items = List.copyOf(items);
    if (items.size() != grades.length || items.size() != values.length) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "request %s has %d items, %d grades and %d rows",
              request,
              items.size(),
              grades.length,
              values.length));
    }
    for (int grade : grades) {
      if (grade < 0 || grade > BEST) {
        throw new IllegalArgumentException(
            "request " + request + ": a grade is 0 to " + BEST + ", was " + grade);
      }
    }
  }

  /** How many items there are. */
  public int size() {
    return grades.length;
  }

  /** Whether an order of its items can be better than another. */
  public boolean tells() {
    for (int grade : grades) {
      if (grade != grades[0]) {
        return true;
      }
    }
    return false;
  }
}
