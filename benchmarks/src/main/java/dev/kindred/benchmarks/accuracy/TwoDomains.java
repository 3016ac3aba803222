package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Games and videos with some common users, as split by CDRIB (Cao et al. 2022): cold users of
 * either domain have a history in the other only. All items of the target domain are ranked, less
 * what the user has in the validation part.
 *
 * @param seed null for the published test; else cold users are made of so many known in both
 *     domains, drawn by this seed, and the published test and validation parts stay unseen
 */
record TwoDomains(Long seed) {
  static final String FOLDER = "cross-domain-games-video";

  /** The item field that names the domain. */
  static final String FIELD = "domain";

  static final List<String> DOMAINS = List.of("games", "video");

  /** Users below are the same person in both domains. */
  private static final int SHARED = 2179;

  /** How many users are made cold in each domain, where they are drawn. */
  private static final int DRAWN = 200;

  private static final int NEGATIVES = 999;
  private static final long NEGATIVES_SEED = 13;

  /** Events by domain, and what is held out. */
  private record Parts(
      Map<String, Map<String, List<String>>> train,
      Map<String, Map<String, List<String>>> test,
      Map<String, Map<String, List<String>>> withheld) {}

  /**
   * One task a target domain, with all events but the held-out to learn from.
   *
   * @param only null, or the only domain to learn from
   */
  Map<String, Task> tasks(Path data, String only) throws IOException {
    Parts parts = seed == null ? published(data) : drawn(data);
    Map<String, Task> tasks = new TreeMap<>();
    for (String target : DOMAINS) {
      if (only == null || only.equals(target)) {
        tasks.put(target, task(parts, target, only));
      }
    }
    return tasks;
  }

  private Task task(Parts parts, String target, String only) {
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.LAST);
    parts.train.forEach(
        (domain, users) -> {
          if (only == null || only.equals(domain)) {
            users.forEach((user, items) -> items.forEach(item -> train.add(user, item, 1, 0)));
          }
        });
    Set<String> all = new TreeSet<>();
    for (Map<String, Map<String, List<String>>> part :
        List.of(parts.train, parts.test, parts.withheld)) {
      part.getOrDefault(target, Map.of()).values().forEach(all::addAll);
    }
    Map<String, List<String>> among = new LinkedHashMap<>();
    parts
        .test
        .get(target)
        .keySet()
        .forEach(
            user -> {
              Set<String> not =
                  Set.copyOf(parts.withheld.get(target).getOrDefault(user, List.of()));
              among.put(user, all.stream().filter(item -> !not.contains(item)).toList());
            });
    return new Published(FOLDER, train.build(), parts.test.get(target)).negatives(among).task();
  }

  /** Each held-out item among 999 that the user has nowhere, drawn anew for each. */
  static Task sampled(Task task) {
    SplittableRandom random = new SplittableRandom(NEGATIVES_SEED);
    List<Query> queries = new ArrayList<>();
    for (Query query : task.queries()) {
      List<String> others = new ArrayList<>(query.candidates());
      others.removeAll(query.relevant());
      for (String item : new TreeSet<>(query.relevant())) {
        List<String> among = draw(others, NEGATIVES, random);
        among.add(item);
        queries.add(new Query(query.userId(), query.history(), query.now(), Set.of(item), among));
      }
    }
    return new Task(
        task.name(), task.leaks(), task.seen(), task.train(), queries, List.of(), task.counts());
  }

  private static List<String> draw(List<String> from, int count, SplittableRandom random) {
    Set<Integer> drawn = new HashSet<>();
    List<String> items = new ArrayList<>();
    while (items.size() < Math.min(count, from.size())) {
      int next = random.nextInt(from.size());
      if (drawn.add(next)) {
        items.add(from.get(next));
      }
    }
    return items;
  }

  /** Items with the name of their domain. */
  static Facts facts(Task task) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (String id : task.train().items().ids()) {
      items.put(id, new Item(id, Map.of(FIELD, id.substring(0, id.indexOf(':')))));
    }
    return new Facts(items, Map.of());
  }

  private static Parts published(Path data) throws IOException {
    Map<String, Map<String, List<String>>> train = new TreeMap<>();
    Map<String, Map<String, List<String>>> test = new TreeMap<>();
    Map<String, Map<String, List<String>>> withheld = new TreeMap<>();
    for (String domain : DOMAINS) {
      Path files = data.resolve(FOLDER);
      files = domain.equals("video") ? files.resolve("video_game") : files;
      train.put(domain, read(files.resolve("train.txt"), domain));
      test.put(domain, read(files.resolve("test.txt"), domain));
      withheld.put(domain, read(files.resolve("valid.txt"), domain));
    }
    return new Parts(train, test, withheld);
  }

  private static Map<String, List<String>> read(Path file, String domain) throws IOException {
    Map<String, List<String>> items = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      String[] words = line.split("\t");
      boolean shared = Integer.parseInt(words[0]) < SHARED;
      items
          .computeIfAbsent(shared ? words[0] : domain + "-" + words[0], user -> new ArrayList<>())
          .add(domain + ":" + words[1]);
    }
    return items;
  }

  /** Users known in both domains lose their events in one of them, which become the test. */
  private Parts drawn(Path data) throws IOException {
    Map<String, Map<String, List<String>>> train = published(data).train;
    List<String> both = new ArrayList<>(train.get(DOMAINS.getFirst()).keySet());
    both.retainAll(train.get(DOMAINS.getLast()).keySet());
    List<String> cold = draw(both, DRAWN * DOMAINS.size(), new SplittableRandom(seed));
    Map<String, Map<String, List<String>>> test = new TreeMap<>();
    IntStream.range(0, cold.size())
        .forEach(
            i -> {
              String domain = DOMAINS.get(i % DOMAINS.size());
              test.computeIfAbsent(domain, d -> new LinkedHashMap<>())
                  .put(cold.get(i), train.get(domain).remove(cold.get(i)));
            });
    return new Parts(train, test, Map.of("games", Map.of(), "video", Map.of()));
  }
}
