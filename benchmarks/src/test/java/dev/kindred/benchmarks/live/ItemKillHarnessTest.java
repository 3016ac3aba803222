package dev.kindred.benchmarks.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.request.Request;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short version of what {@code bench live} does two hundred times. */
class ItemKillHarnessTest {
  @TempDir private Path folder;
  private Readers shop;

  @BeforeEach
  void build() throws Exception {
    shop = Readers.build(folder, 60, 5, 1);
  }

  @Test
  void whatIsAcknowledgedIsThereExactlyOnce() throws Exception {
    ItemKillHarness.Result result = new ItemKillHarness(shop, 20_261_126).run(4);
    assertThat(result.faults()).isEmpty();
    assertThat(result.acknowledged()).isGreaterThan(4);
    assertThat(result.views()).isGreaterThanOrEqualTo(result.acknowledged() * Changes.EVENTS);
  }

  @Test
  void whatIsCountedTwiceOrHalfSetWouldBeNoticed() throws Exception {
    ItemKillHarness harness = new ItemKillHarness(shop, 7);
    assertThat(harness.run(1).faults()).isEmpty();
    try (Recommender open = Readers.open(shop.index())) {
      String item = open.rank(Request.EMPTY.size(1)).getFirst();
      Event more = new Event("stranger", item, Event.VIEW, 1, Readers.NOW);
      open.receive(List.of(new Arrival(more, null, null)));
      open.set(Map.of(item, Map.of("price", Changes.price(1234))));
    }
    assertThat(harness.check("tampered with"))
        .anyMatch(fault -> fault.contains("demand grew by"))
        .anyMatch(fault -> fault.contains("prices are"));
  }
}
