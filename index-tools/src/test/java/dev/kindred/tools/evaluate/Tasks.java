package dev.kindred.tools.evaluate;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tasks for tests. */
final class Tasks {
  private Tasks() {}

  /** Seeded: every user had ten of the items and is asked for one more, the last drawn. */
  static Task random(int users, int items, long seed) {
    Random random = new Random(seed);
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.ALL);
    for (int item = 0; item < items; item++) {
      train.item("i" + item);
    }
    Map<String, List<String>> test = new LinkedHashMap<>();
    for (int user = 0; user < users; user++) {
      int[] drawn = random.ints(0, items).distinct().limit(11).toArray();
      for (int i = 0; i < 10; i++) {
        train.add("u" + user, "i" + drawn[i], 1, i);
      }
      test.put("u" + user, List.of("i" + drawn[10]));
    }
    return new Published("random", train.build(), test).task();
  }

  /** u had a and is asked for b; v had b and is asked for c and d. */
  static Task small() {
    return small(Seen.FILTERED);
  }

  static Task small(Seen seen) {
    Map<String, List<String>> test = new LinkedHashMap<>();
    test.put("u", List.of("b"));
    test.put("v", List.of("c", "d"));
    Interactions train =
        new InteractionsBuilder(false, Repeats.ALL).add("u", "a", 1, 0).add("v", "b", 1, 0).build();
    return new Published("small", train, test).seen(seen).task();
  }

  /** The small task's queries ranked among these. */
  static Task sampled(Map<String, List<String>> negatives) {
    Task task = small();
    Map<String, List<String>> test = Map.of("u", List.of("b"));
    return new Published("sampled", task.train(), test).negatives(negatives).task();
  }
}
