package dev.kindred.benchmarks.accuracy;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Logs of events, and the items of each user in them. */
final class Logs {
  private Logs() {}

  static Interactions read(Path file) {
    return EventLoader.load(Inputs.STRICT.events(file), EventRules.COMMON, List.of())
        .interactions();
  }

  static Interactions of(Map<String, ? extends Collection<String>> byUser) {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    byUser.forEach((user, items) -> items.forEach(item -> events.add(user, item, 1, 0)));
    return events.build();
  }

  static Map<String, List<String>> byUser(Interactions log) {
    Map<String, List<String>> byUser = new LinkedHashMap<>();
    for (int user = 0; user < log.users().size(); user++) {
      byUser.put(
          log.users().id(user),
          java.util.stream.IntStream.range(log.from(user), log.to(user))
              .mapToObj(p -> log.items().id(log.item(p)))
              .toList());
    }
    return byUser;
  }
}
