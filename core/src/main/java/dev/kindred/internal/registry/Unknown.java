package dev.kindred.internal.registry;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Words the answer to an unknown name. */
public final class Unknown {
  private Unknown() {}

  /** Such as {@code unknown signal "recncy"; did you mean recency? known: als, recency}. */
  public static String message(String noun, String name, Collection<String> known) {
    String guess = nearest(name, known).map(n -> "did you mean " + n + "? ").orElse("");
    return String.format(
        Locale.ROOT, "unknown %s \"%s\"; %sknown: %s", noun, name, guess, String.join(", ", known));
  }

  private static Optional<String> nearest(String name, Collection<String> known) {
    int bound = Math.max(1, name.length() / 3);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= bound)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein's edit distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitute, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
