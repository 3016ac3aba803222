package dev.kindred.tools.ltr;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How good an item was, told from the events that followed. Immutable.
 *
 * @param byType the grade of each event type; types that are not there count {@value #OTHER} when
 *     their value is positive
 */
public record Grades(Map<String, Integer> byType) {
  /** A sale is worth more than a cart, a cart more than a look. */
  public static final Grades COMMON = new Grades(Map.of("cart", 2, "purchase", 3));

  /** Stars from here on are good. */
  private static final double GOOD = 4;

  private static final String RATING = "rating";
  private static final int OTHER = 1;

  public Grades {
    byType = Map.copyOf(byType);
    byType.forEach(
        (type, grade) -> {
          if (grade < 0 || grade > Judged.BEST) {
            throw new IllegalArgumentException(
                String.format(
                    Locale.ROOT,
                    "the grade of %s is %d, expected 0 to %d",
                    type,
                    grade,
                    Judged.BEST));
          }
        });
  }

  /** These, with some changed. */
  public Grades with(Map<String, Integer> changed) {
    Map<String, Integer> all = new TreeMap<>(byType);
    all.putAll(changed);
    return new Grades(all);
  }

  /** The grade of one event; stars below four are 0. */
  public int of(String type, double value) {
    boolean good = type.equals(RATING) ? value >= GOOD : value > 0;
    return good ? byType.getOrDefault(type, OTHER) : 0;
  }
}
