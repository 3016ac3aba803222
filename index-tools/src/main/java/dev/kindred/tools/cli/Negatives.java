package dev.kindred.tools.cli;

import dev.kindred.tools.read.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the items among which held-out items are ranked: {@code (user,item)} and negatives on a
 * line, with white space between, as NCF's authors publish them.
 */
final class Negatives {
  private static final Pattern PAIR = Pattern.compile("\\(([^,\\s]+),([^)\\s]+)\\)");

  private Negatives() {}

  /** By user, in the order of the file. */
  static Map<String, List<String>> read(Path file) throws IOException {
    Map<String, List<String>> byUser = new LinkedHashMap<>();
    try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String line;
      for (int number = 1; (line = in.readLine()) != null; number++) {
        if (!line.isBlank()) {
          add(file, number, line.strip().split("\\s+"), byUser);
        }
      }
    }
    return byUser;
  }

  private static void add(Path file, int number, String[] words, Map<String, List<String>> byUser) {
    Matcher pair = PAIR.matcher(words[0]);
    if (!pair.matches() || words.length < 2) {
      throw new InputException(
          file.toString(),
          number,
          "the line begins with '" + words[0] + "', expected (user,item) and then negatives",
          "check that this is the file of negatives");
    }
    byUser
        .computeIfAbsent(pair.group(1), id -> new ArrayList<>())
        .addAll(Arrays.asList(words).subList(1, words.length));
  }
}
