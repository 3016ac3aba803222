package dev.kindred.benchmarks.accuracy;

import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * NCF's split of MovieLens 1M with each user's training items in the order of time, which its own
 * file does not keep; those whose time is unknown come first.
 *
 * @param plain the split as it is
 */
record NcfInOrder(Candidates plain) implements Protocol {
  @Override
  public Task task(Path data) throws IOException {
    Map<String, String> movies = new HashMap<>();
    for (String[] row : rows(data.resolve(plain.folder()).resolve("ncf_item_to_movie.tsv"))) {
      movies.put(row[0], row[1]);
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (String[] row : rows(data.resolve("ml-1m/interactions_ordered.tsv"))) {
      ranks.put(row[0] + " " + row[1], Integer.parseInt(row[2]));
    }
    Map<String, List<String>> ordered = new LinkedHashMap<>();
    Logs.byUser(plain.learned(data))
        .forEach(
            (user, items) -> {
              int original = Integer.parseInt(user) + 1;
              Comparator<String> byTime =
                  Comparator.comparingInt(item -> ranks.get(original + " " + movies.get(item)));
              ordered.put(user, items.stream().sorted(byTime).toList());
            });
    return plain.task(data, Logs.of(ordered));
  }

  private static List<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split("\t")).toList();
  }
}
