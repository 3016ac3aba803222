package dev.kindred.benchmarks.accuracy.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines of a count and as many words: the lists of user 0, 1 and so on. */
public final class CountedLists {
  private CountedLists() {}

  /**
   * The words of each line; a line that says 0 has none.
   *
   * @throws IOException naming the file and the line that does not hold what it says
   */
  public static List<List<String>> read(Path file) throws IOException {
    List<List<String>> lists = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      List<String> words = List.of(line.strip().split("\\s+"));
      if (!words.getFirst().equals(String.valueOf(words.size() - 1))) {
        throw new IOException(
            String.format(
                Locale.ROOT,
                "%s:%d: the line begins with '%s' and has %d values, expected their count",
                file,
                lists.size() + 1,
                words.getFirst(),
                words.size() - 1));
      }
      lists.add(words.subList(1, words.size()));
    }
    return lists;
  }
}
