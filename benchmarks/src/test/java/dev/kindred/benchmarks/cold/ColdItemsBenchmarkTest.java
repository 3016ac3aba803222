package dev.kindred.benchmarks.cold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.cold.ColdItemsBenchmark.Contender;
import dev.kindred.benchmarks.report.Page;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColdItemsBenchmarkTest {
  private static final int ITEMS = 120;
  private static final int GENRES = 4;

  private static Interactions log() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int user = 0; user < 80; user++) {
      for (int n = 0; n < 15; n++) {
        int item = random.nextInt(ITEMS / GENRES) * GENRES + user % GENRES;
        events.add("u" + user, "i" + item, 1, n);
      }
    }
    return events.build();
  }

  private static List<Item> catalogue() {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      items.add(new Item("i" + i, Map.of("genre", "g" + i % GENRES)));
    }
    return items;
  }

  @Test
  void coldItemsHaveNoEventsToLearnFrom() {
    ColdSplit split = ColdSplit.of(log(), 1000, 3);
    assertThat(split.cold()).hasSizeBetween(5, 25);
    assertThat(split.train().items().ids()).doesNotContainAnyElementsOf(split.cold());
    Set<String> asked = new HashSet<>();
    split.coldTest().values().forEach(asked::addAll);
    assertThat(split.cold()).containsAll(asked);
    split
        .warmTest()
        .values()
        .forEach(items -> assertThat(split.cold()).doesNotContainAnyElementsOf(items));
    assertThat(split.amongCold(split.coldAmongAll()).queries())
        .extracting(Query::candidates)
        .allMatch(candidates -> split.cold().containsAll(candidates));
    assertThat(split.bothAmongAll().queries().size())
        .isGreaterThanOrEqualTo(split.coldAmongAll().queries().size());
  }

  @Test
  void fewerUsersMayBeAskedFor() {
    assertThat(ColdSplit.of(log(), 20, 3).warmTest()).hasSizeLessThan(25);
  }

  @Test
  void aPredictedItemIsFoundWhereALearnedOneIsNot() throws IOException {
    Map<String, String> als = Map.of("factors", "8", "iterations", "5");
    Page page = new Page("test");
    List<Contender> contenders =
        List.of(
            new Contender("popularity", "popularity", Map.of(), null),
            new Contender("content", "content", Map.of("keywords", "genre"), null),
            new Contender("als", "als", als, null),
            new Contender("als, cold", "als", als, Map.of("factors", "4")));
    new ColdItemsBenchmark(
            ColdSplit.of(log(), 1000, 3),
            catalogue(),
            Map.of("text", "", "keywords", "genre"),
            1,
            1,
            line -> {})
        .run(contenders, page);
    String text = page.toString();
    assertThat(text).contains("| als | 0.0000 |").contains("at least content's met");
    assertThat(text).doesNotContain("| als, cold | 0.0000 |");
  }
}
