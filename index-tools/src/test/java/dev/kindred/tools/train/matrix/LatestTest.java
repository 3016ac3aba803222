package dev.kindred.tools.train.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import org.junit.jupiter.api.Test;

class LatestTest {
  @Test
  void theLatestEventOfEachPairCounts() {
    InteractionsBuilder events = new InteractionsBuilder(true, Repeats.ALL).item("a").item("b");
    events.add("u", "b", 2, 1).add("u", "a", 4, 2).add("u", "b", 5, 3);
    events.add("v", "b", 1, 9).add("v", "a", 0, 9);
    Interactions log = events.build();
    Matrix latest = Latest.of(log, log::value);
    assertThat(latest.starts()).containsExactly(0, 2, 4);
    assertThat(latest.columns()).containsExactly(0, 1, 0, 1);
    assertThat(latest.values()).containsExactly(4, 5, 0, 1);
  }
}
