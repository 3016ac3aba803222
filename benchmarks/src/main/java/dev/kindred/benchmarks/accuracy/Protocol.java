package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.UserFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a task is made of files. */
interface Protocol {
  /**
   * @param data the folder of all data sets
   */
  Task task(Path data) throws IOException;

  /** What is known of the items beside their ids; nothing for those it leaves out. */
  default Map<String, Item> items(Path data) throws IOException {
    return Map.of();
  }

  /**
   * Ratings to predict, split into pairs of files {@code FOLD.base} and {@code FOLD.test}; with
   * what the folder tells of movies and users.
   *
   * @param folder of a MovieLens data set
   */
  record Ratings(String folder, List<String> folds) implements Protocol {
    @Override
    public Task task(Path data) throws IOException {
      return tasks(data).getFirst();
    }

    /** One task a fold. */
    List<Task> tasks(Path data) {
      Path files = data.resolve(folder);
      return folds.stream().map(fold -> task(files, fold)).toList();
    }

    private static Task task(Path files, String fold) {
      Path test = files.resolve(fold + ".test");
      return new Published(fold, Logs.read(files.resolve(fold + ".base")), byUser(test))
          .ratings(stars(test))
          .task();
    }

    /** Movies and users. */
    Facts facts(Path data) {
      Path files = data.resolve(folder);
      Map<String, Item> items = new LinkedHashMap<>();
      Inputs.STRICT.movieLens(files).items().orElseThrow().read(item -> items.put(item.id(), item));
      return new Facts(items, UserFacts.movieLens(files));
    }
  }

  /**
   * Train and test in files of their own; all items are ranked.
   *
   * @param folder of the data set
   */
  record Split(String folder, String train, String test) implements Protocol {
    @Override
    public Task task(Path data) {
      Path files = data.resolve(folder);
      return new Published(folder, Logs.read(files.resolve(train)), byUser(files.resolve(test)))
          .task();
    }
  }

  /**
   * One held-out item a user, ranked among given negatives.
   *
   * @param negatives lines of {@code (user,item)}, then items, with tabs between
   */
  record Candidates(String folder, String train, String negatives) implements Protocol {
    @Override
    public Task task(Path data) throws IOException {
      return task(data, learned(data));
    }

    /** The events of the training file. */
    Interactions learned(Path data) {
      return Logs.read(data.resolve(folder).resolve(train));
    }

    /** The same with other events to learn from. */
    Task task(Path data, Interactions learned) throws IOException {
      Path files = data.resolve(folder);
      Map<String, List<String>> test = new LinkedHashMap<>();
      Map<String, List<String>> among = new LinkedHashMap<>();
      for (String line : Files.readAllLines(files.resolve(negatives))) {
        String[] words = line.strip().split("\t");
        String[] pair = words[0].substring(1, words[0].length() - 1).split(",");
        test.put(pair[0], List.of(pair[1]));
        among.put(pair[0], Arrays.asList(words).subList(1, words.length));
      }
      return new Published(folder, learned, test).negatives(among).task();
    }
  }

  private static Map<String, List<String>> byUser(Path file) {
    Map<String, List<String>> items = new LinkedHashMap<>();
    Inputs.STRICT
        .events(file)
        .read(
            (user, item, type, value, time) ->
                items.computeIfAbsent(user, one -> new ArrayList<>()).add(item));
    return items;
  }

  private static Map<String, Map<String, Double>> stars(Path file) {
    Map<String, Map<String, Double>> stars = new LinkedHashMap<>();
    Inputs.STRICT
        .events(file)
        .read(
            (user, item, type, value, time) ->
                stars
                    .computeIfAbsent(user, one -> new LinkedHashMap<>())
                    .put(item, (double) value));
    return stars;
  }
}
