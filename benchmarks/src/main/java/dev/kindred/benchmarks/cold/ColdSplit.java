package dev.kindred.benchmarks.cold;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A log of which one item in ten lost all its events, and of the others' events one in ten.
 *
 * @param train what is left
 * @param cold items that nobody touched any more
 * @param coldTest the lost events of cold items, by user
 * @param warmTest the lost events of other items, by user
 */
record ColdSplit(
    Interactions train,
    Set<String> cold,
    Map<String, List<String>> coldTest,
    Map<String, List<String>> warmTest) {
  private static final int ONE_IN = 10;

  /**
   * @param users at most so many are asked for, evenly spread
   */
  static ColdSplit of(Interactions log, int users, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> cold = new TreeSet<>();
    for (String item : log.items().ids()) {
      if (random.nextInt(ONE_IN) == 0) {
        cold.add(item);
      }
    }
    InteractionsBuilder train = new InteractionsBuilder(log.explicit(), Repeats.ALL);
    Map<String, List<String>> coldTest = new LinkedHashMap<>();
    Map<String, List<String>> warmTest = new LinkedHashMap<>();
    int step = Math.max(1, log.users().size() / users);
    for (int user = 0; user < log.users().size(); user++) {
      String id = log.users().id(user);
      boolean asked = user % step == 0;
      for (int p = log.from(user); p < log.to(user); p++) {
        String item = log.items().id(log.item(p));
        if (cold.contains(item)) {
          note(asked, coldTest, id, item);
        } else if (random.nextInt(ONE_IN) == 0) {
          note(asked, warmTest, id, item);
        } else {
          train.add(id, item, log.value(p), log.time(p));
        }
      }
    }
    return new ColdSplit(train.build(), cold, coldTest, warmTest);
  }

  private static void note(
      boolean asked, Map<String, List<String>> test, String user, String item) {
    if (asked) {
      test.computeIfAbsent(user, one -> new ArrayList<>()).add(item);
    }
  }

  /** Cold items asked for among all. */
  Task coldAmongAll() {
    return new Published("cold items among all", train, coldTest).task();
  }

  /** The same questions with nothing but cold items to choose from. */
  Task amongCold(Task all) {
    List<String> candidates = List.copyOf(cold);
    List<Query> queries = all.queries().stream().map(query -> query.among(candidates)).toList();
    return new Task(
        "cold items among cold items",
        all.leaks(),
        all.seen(),
        all.train(),
        queries,
        List.of(),
        all.counts());
  }

  /** Other items asked for among all. */
  Task warmAmongAll() {
    return new Published("other items among all", train, warmTest).task();
  }

  /** Everything held out asked for among all. */
  Task bothAmongAll() {
    Map<String, List<String>> both = new LinkedHashMap<>();
    for (Map<String, List<String>> test : List.of(coldTest, warmTest)) {
      test.forEach(
          (user, items) -> both.computeIfAbsent(user, one -> new ArrayList<>()).addAll(items));
    }
    return new Published("all held-out items among all", train, both).task();
  }
}
