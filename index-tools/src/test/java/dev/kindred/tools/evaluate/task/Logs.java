package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Logs for tests. */
final class Logs {
  /** The start of 2024. */
  static final long START = 1_704_067_200_000L;

  private Logs() {}

  /** Seeded: 60 users of 1 to 30 distinct items, at times of which many are equal. */
  static Interactions random(long seed) {
    Random random = new Random(seed);
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.FIRST);
    for (int user = 0; user < 60; user++) {
      int events = 1 + random.nextInt(30);
      for (int i = 0; i < events; i++) {
        log.add("u" + user, "i" + random.nextInt(80), 1, START + random.nextInt(200));
      }
    }
    return log.build();
  }

  /** Events as {@code user item minute}, in their order. */
  static Interactions of(String... events) {
    return of(false, events);
  }

  static Interactions of(boolean explicit, String... events) {
    InteractionsBuilder log = new InteractionsBuilder(explicit, Repeats.ALL);
    for (String event : events) {
      String[] parts = event.split(" ");
      float value = parts.length > 3 ? Float.parseFloat(parts[3]) : 1;
      log.add(parts[0], parts[1], value, START + 60_000L * Long.parseLong(parts[2]));
    }
    return log.build();
  }

  /** All events as {@code user item}, in their order. */
  static List<String> pairs(Interactions log) {
    List<String> pairs = new ArrayList<>();
    for (int user = 0; user < log.users().size(); user++) {
      for (int p = log.from(user); p < log.to(user); p++) {
        pairs.add(log.users().id(user) + " " + log.items().id(log.item(p)));
      }
    }
    return pairs;
  }

  /** All test pairs as {@code user item}. */
  static List<String> asked(Task task) {
    return task.queries().stream()
        .flatMap(query -> query.relevant().stream().map(item -> query.userId() + " " + item))
        .toList();
  }
}
