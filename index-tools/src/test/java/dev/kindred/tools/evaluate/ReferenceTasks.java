package dev.kindred.tools.evaluate;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.read.ReferenceData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published protocols as tasks, read by a few lines of their own so that they check the readers
 * too. Tests that ask for one are skipped, visibly, where the data are absent.
 */
final class ReferenceTasks {
  private ReferenceTasks() {}

  /** ML-1M as split by "m1": full ranking. */
  static Task ml1mM1() throws IOException {
    return new Published(
            "ml-1m-m1",
            log(rows(ReferenceData.path("ml-1m-m1", "train.txt"))),
            rows(ReferenceData.path("ml-1m-m1", "test.txt")))
        .task();
  }

  /** Gowalla: train and validation are learned from. */
  static Task gowalla() throws IOException {
    return new Published(
            "gowalla",
            log(rows(ReferenceData.path("gowalla", "train.txt"))),
            rows(ReferenceData.path("gowalla", "test.txt")))
        .validation(log(rows(ReferenceData.path("gowalla", "valid.txt"))), true)
        .task();
  }

  /** ML-1M of NCF: the last item among 99 negatives. */
  static Task ncf() throws IOException {
    Map<String, List<String>> test = new LinkedHashMap<>();
    Map<String, List<String>> negatives = new LinkedHashMap<>();
    for (String line : lines(ReferenceData.path("ml-1m", "ncf", "ml-1m.test.negative"))) {
      String[] words = line.split("\t");
      String[] pair = words[0].substring(1, words[0].length() - 1).split(",");
      test.put(pair[0], List.of(pair[1]));
      negatives.put(pair[0], List.of(words).subList(1, words.length));
    }
    Path train = ReferenceData.path("ml-1m", "ncf", "ml-1m.train.pairs.tsv");
    return new Published("ncf", log(pairs(train)), test).negatives(negatives).task();
  }

  /** SASRec's files: the last item is asked for, the one before is validation and refitted. */
  static Task lastItem(String folder, String file) throws IOException {
    Map<String, List<String>> train = new LinkedHashMap<>();
    Map<String, List<String>> validation = new LinkedHashMap<>();
    Map<String, List<String>> test = new LinkedHashMap<>();
    pairs(ReferenceData.path(folder, file))
        .forEach(
            (user, items) -> {
              int last = items.size() - 1;
              train.put(user, items.subList(0, last - 1));
              validation.put(user, items.subList(last - 1, last));
              test.put(user, items.subList(last, last + 1));
            });
    return new Published(file, log(train), test).validation(log(validation), true).task();
  }

  private static Interactions log(Map<String, List<String>> rows) {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    rows.forEach(
        (user, items) -> {
          for (int i = 0; i < items.size(); i++) {
            log.add(user, items.get(i), 1, i);
          }
        });
    return log.build();
  }

  /** {@code user item item …} a line. */
  private static Map<String, List<String>> rows(Path file) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : lines(file)) {
      List<String> words = List.of(line.split(" "));
      rows.put(words.getFirst(), words.subList(1, words.size()));
    }
    return rows;
  }

  /** {@code user item} a line. */
  private static Map<String, List<String>> pairs(Path file) throws IOException {
    Map<String, List<String>> rows = new LinkedHashMap<>();
    for (String line : lines(file)) {
      String[] words = line.split("\\s");
      rows.computeIfAbsent(words[0], user -> new ArrayList<>()).add(words[1]);
    }
    return rows;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(String::strip).toList();
  }
}
