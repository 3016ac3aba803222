package dev.kindred.benchmarks.accuracy;

import dev.kindred.benchmarks.accuracy.files.CountedLists;
import dev.kindred.benchmarks.accuracy.files.Npz;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Articles in the libraries of their readers (Wang and Blei 2011). */
interface CiteULike extends Protocol {
  String FOLDER = "citeulike-a";
  String TAGS = "tags";

  /** Articles with the words of their tags. */
  @Override
  default Map<String, Item> items(Path data) throws IOException {
    Path files = data.resolve(FOLDER);
    List<String> tags = Files.readAllLines(files.resolve("tags.dat"));
    Map<String, Item> items = new HashMap<>();
    int article = 0;
    for (List<String> ofArticle : CountedLists.read(files.resolve("item-tag.dat"))) {
      String id = String.valueOf(article++);
      List<String> words = ofArticle.stream().map(t -> tags.get(Integer.parseInt(t))).toList();
      items.put(id, new Item(id, Map.of(TAGS, words)));
    }
    return items;
  }

  /** Ten articles of each reader to learn from, the others held out; all articles are ranked. */
  record Ten() implements CiteULike {
    @Override
    public Task task(Path data) throws IOException {
      Path files = data.resolve(FOLDER);
      Map<String, List<String>> test = byReader(files.resolve("cf-test-10-users.dat"));
      test.values().removeIf(List::isEmpty);
      Interactions train = all(Logs.of(byReader(files.resolve("cf-train-10-users.dat"))), files);
      return new Published(FOLDER, train, test).task();
    }

    private static Map<String, List<String>> byReader(Path file) throws IOException {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      for (List<String> articles : CountedLists.read(file)) {
        lists.put(String.valueOf(lists.size()), articles);
      }
      return lists;
    }

    /** With every article that there is, read or not. */
    private static Interactions all(Interactions train, Path files) throws IOException {
      InteractionsBuilder builder = new InteractionsBuilder(false, Repeats.LAST);
      int articles = CountedLists.read(files.resolve("item-tag.dat")).size();
      for (int article = 0; article < articles; article++) {
        builder.item(String.valueOf(article));
      }
      Logs.byUser(train).forEach((user, items) -> items.forEach(i -> builder.add(user, i, 1, 0)));
      return builder.build();
    }
  }

  /**
   * One article of each reader held out and ranked among given others (Ebesu et al. 2018). Given
   * ones that the reader has anyway, 1,115 of them, are not ranked.
   *
   * @param validated whether one more article of each reader, drawn at random, is kept from
   *     learning, as it was when the published figures were measured
   */
  record Cmn(boolean validated) implements CiteULike {
    private static final long DRAW = 3;

    @Override
    public Task task(Path data) throws IOException {
      Npz file = new Npz(data.resolve(FOLDER).resolve("cmn_split_citeulike-a.npz"));
      Map<String, List<String>> train = new LinkedHashMap<>();
      for (int[] pair : file.table("train_data")) {
        train
            .computeIfAbsent(String.valueOf(pair[0]), user -> new ArrayList<>())
            .add(String.valueOf(pair[1]));
      }
      Map<String, List<String>> test = new LinkedHashMap<>();
      Map<String, List<String>> among = new LinkedHashMap<>();
      for (Map.Entry<?, ?> one : ((Map<?, ?>) file.object("test_data")).entrySet()) {
        String user = String.valueOf(one.getKey());
        List<?> candidates = (List<?>) one.getValue();
        Set<String> has = new HashSet<>(train.getOrDefault(user, List.of()));
        test.put(user, List.of(String.valueOf(candidates.getFirst())));
        among.put(
            user,
            ((List<?>) candidates.getLast())
                .stream().map(String::valueOf).filter(item -> !has.contains(item)).toList());
      }
      return new Published(FOLDER, Logs.of(validated ? less(train) : train), test)
          .negatives(among)
          .task();
    }

    private static Map<String, List<String>> less(Map<String, List<String>> train) {
      SplittableRandom random = new SplittableRandom(DRAW);
      Map<String, List<String>> less = new LinkedHashMap<>();
      train.forEach(
          (user, items) -> {
            List<String> kept = new ArrayList<>(items);
            kept.remove(random.nextInt(kept.size()));
            less.put(user, kept);
          });
      return less;
    }
  }
}
