package dev.kindred.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColdUsersBenchmarkTest {
  private static final int ITEMS = 120;

  /** Half of the users like even items, the other half odd ones, and say so. */
  private static ColdUsersBenchmark benchmark() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    Map<String, Map<String, String>> facts = new HashMap<>();
    for (int user = 0; user < 200; user++) {
      for (int n = 0; n < 12; n++) {
        events.add("u" + user, "i" + (random.nextInt(ITEMS / 2) * 2 + user % 2), 1, n);
      }
      facts.put("u" + user, Map.of("side", "s" + user % 2));
    }
    return new ColdUsersBenchmark(events.build(), facts, 1, 5, line -> {});
  }

  @Test
  void coldUsersHaveNoEventsToLearnFrom() {
    Task task = benchmark().task();
    assertThat(task.queries()).hasSizeBetween(8, 40);
    assertThat(task.queries())
        .allMatch(query -> query.history().isEmpty())
        .noneMatch(query -> task.train().users().ordinal(query.userId()) >= 0);
  }

  @Test
  void factsDoBetterThanPopularity() throws IOException {
    Page page = new Page("test");
    benchmark().run(Map.of("als", Map.of("factors", "4", "iterations", "5")), page);
    assertThat(page.toString()).contains("als is above popularity").contains("| popularity |");
  }
}
