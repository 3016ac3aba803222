package dev.kindred.tools.evaluate.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void readsARowAsEvents() {
    Interactions log = Logs.of(true, "u a 1 5", "u b 2 3", "v c 1 1");
    assertThat(History.of(log, 0))
        .containsExactly(
            new Event("u", "a", Event.RATING, 5, Instant.ofEpochMilli(Logs.START + 60_000)),
            new Event("u", "b", Event.RATING, 3, Instant.ofEpochMilli(Logs.START + 120_000)));
    assertThat(History.first(log, 0, 1)).extracting(Event::itemId).containsExactly("a");
  }

  @Test
  void plainFeedbackIsAView() {
    assertThat(History.of(Logs.of("u a 1"), 0)).extracting(Event::type).containsExactly(Event.VIEW);
  }

  @Test
  void doesNotReachIntoAnotherRow() {
    List<Event> history = History.of(Logs.of("u a 1", "v c 1"), 0);
    assertThatThrownBy(() -> history.get(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
