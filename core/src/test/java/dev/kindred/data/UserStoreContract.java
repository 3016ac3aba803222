package dev.kindred.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every user store promises. */
public abstract class UserStoreContract {
  @TempDir Path directory;
  private UserStore store;

  /** Opens the store that lives in the directory, empty the first time. */
  protected abstract UserStore open(Path directory) throws IOException;

  /** How many events of a user the store keeps at least. */
  protected abstract int capacity();

  @BeforeEach
  void openStore() throws IOException {
    store = open(directory);
  }

  @AfterEach
  void closeStore() throws IOException {
    store.close();
  }

  protected static Event event(String user, String item, long second) {
    return new Event(user, item, Event.VIEW, 1, Instant.ofEpochSecond(second));
  }

  private static UserStore.Arrival arrival(String id, Event event) {
    return new UserStore.Arrival(event, id, null);
  }

  private List<String> items(String user) throws IOException {
    return store.find(user).orElse(UserState.UNKNOWN).history().stream()
        .map(Event::itemId)
        .toList();
  }

  @Test
  void namesAllItsUsers() throws IOException {
    assertThat(store.ids()).isEmpty();
    store.append(List.of(event("u2", "a", 1), event("u1", "a", 2), event("u2", "b", 3)));
    assertThat(store.ids()).containsExactly("u1", "u2");
    store.close();
    store = open(directory);
    assertThat(store.ids()).containsExactly("u1", "u2");
    store.forget("u2");
    assertThat(store.ids()).containsExactly("u1");
  }

  @Test
  void doesNotKnowStrangers() throws IOException {
    assertThat(store.find("stranger")).isEmpty();
    store.append(List.of(event("u", "a", 1)));
    assertThat(store.find("stranger")).isEmpty();
  }

  @Test
  void givesBackWhatWasAppended() throws IOException {
    Event rating = new Event("u", "dracula", Event.RATING, -3.5f, Instant.ofEpochMilli(1_234_567));
    Event bought = new Event("u", "日本語", "purchase", 2, Instant.parse("2024-05-01T10:00:00Z"));
    store.append(List.of(rating, bought));
    UserState user = store.find("u").orElseThrow();
    assertThat(user.id()).isEqualTo("u");
    assertThat(user.history()).containsExactly(rating, bought);
  }

  @Test
  void addsToWhatWasThere() throws IOException {
    store.append(List.of(event("u", "a", 1)));
    store.append(List.of(event("u", "b", 2), event("v", "c", 2)));
    store.append(List.of());
    store.append(List.of(event("u", "a", 3)));
    assertThat(items("u")).containsExactly("a", "b", "a");
    assertThat(items("v")).containsExactly("c");
  }

  @Test
  void ordersByTimeHoweverEventsArrive() throws IOException {
    store.append(List.of(event("u", "c", 30), event("u", "a", 10)));
    store.append(List.of(event("u", "b", 20)));
    assertThat(items("u")).containsExactly("a", "b", "c");
  }

  @Test
  void storesAnEventOfKnownIdOnce() throws IOException {
    UserStore.Arrival first = arrival("e1", event("u", "a", 1));
    assertThat(store.receive(List.of(first, first))).isEqualTo(new UserStore.Receipt(1, 1));
    assertThat(store.receive(List.of(first, arrival("e2", event("u", "b", 2)))))
        .isEqualTo(new UserStore.Receipt(1, 1));
    assertThat(store.receive(List.of(arrival(null, event("u", "b", 2)))).stored())
        .as("what has no id is always new")
        .isOne();
    store.close();
    store = open(directory);
    assertThat(store.receive(List.of(first)).acknowledged()).isOne();
    assertThat(items("u")).containsExactly("a", "b", "b");
  }

  @Test
  void countsByType() throws IOException {
    store.append(List.of(event("u", "a", 1), event("u", "a", 2)));
    store.receive(List.of(arrival("x", new Event("u", "a", "purchase", 1, Instant.EPOCH))));
    store.receive(List.of(arrival("x", new Event("u", "a", "purchase", 1, Instant.EPOCH))));
    assertThat(store.find("u").orElseThrow().counts())
        .containsExactlyInAnyOrderEntriesOf(Map.of(Event.VIEW, 2L, "purchase", 1L));
    store.close();
    store = open(directory);
    assertThat(store.find("u").orElseThrow().counts()).containsEntry(Event.VIEW, 2L);
  }

  @Test
  void knowsFacts() throws IOException {
    store.describe("u", Map.of("country", "RO", "plan", "free"));
    store.append(List.of(event("u", "a", 1)));
    store.describe("u", Map.of("plan", "", "age", "30"));
    assertThat(store.find("u").orElseThrow().attributes())
        .containsExactlyInAnyOrderEntriesOf(Map.of("country", "RO", "age", "30"));
    store.describe("silent", Map.of("age", "4"));
    store.close();
    store = open(directory);
    assertThat(store.find("u").orElseThrow().attributes()).containsEntry("country", "RO");
    assertThat(store.find("silent").orElseThrow().history()).isEmpty();
    store.forget("silent");
    assertThat(store.find("silent")).isEmpty();
  }

  @Test
  void refusesWhatCannotBeStored() throws IOException {
    String longest = "x".repeat(513);
    for (Event unfit :
        List.of(
            event("", "a", 1),
            event("u", "", 1),
            event(longest, "a", 1),
            event("\ud800", "a", 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> store.append(List.of(event("u", "fine", 1), unfit)));
    }
    assertThat(store.find("u")).as("all or nothing").isEmpty();
    store.append(List.of(event("u", "a", 1)));
    assertThat(items("u")).containsExactly("a");
  }

  @Test
  void keepsTheOrderOfEqualTimes() throws IOException {
    store.append(List.of(event("u", "b", 0), event("u", "a", 0)));
    store.append(List.of(event("u", "d", 0), event("u", "c", 0)));
    assertThat(items("u")).containsExactly("b", "a", "d", "c");
  }

  @Test
  void keepsTheNewestEvents() throws IOException {
    int more = capacity() + 10;
    List<Event> events =
        new ArrayList<>(
            IntStream.range(0, more).mapToObj(i -> event("u", "i" + i, 1000 + i)).toList());
    Collections.reverse(events);
    store.append(events);
    assertThat(items("u")).hasSizeBetween(capacity(), more).endsWith("i" + (more - 1));
    store.append(List.of(event("u", "old", 1)));
    assertThat(items("u")).endsWith("i" + (more - 1));
  }

  @Test
  void remembersAfterReopening() throws IOException {
    store.append(List.of(event("u", "a", 1)));
    store.close();
    store = open(directory);
    assertThat(items("u")).containsExactly("a");
    store.append(List.of(event("u", "b", 2)));
    assertThat(items("u")).containsExactly("a", "b");
  }

  @Test
  void forgetsOneUser() throws IOException {
    store.append(List.of(event("u", "a", 1), event("u", "b", 2), event("v", "c", 3)));
    assertThat(store.forget("u")).isEqualTo(2);
    assertThat(store.find("u")).isEmpty();
    assertThat(items("v")).containsExactly("c");
    assertThat(store.forget("u")).isZero();
    store.close();
    store = open(directory);
    assertThat(store.find("u")).isEmpty();
  }

  @Test
  void aForgottenUserMayComeBack() throws IOException {
    store.append(List.of(event("u", "a", 1)));
    store.forget("u");
    store.append(List.of(event("u", "b", 2)));
    assertThat(items("u")).containsExactly("b");
  }

  @Test
  void losesNothingOfManyThreads() throws Exception {
    int each = 12;
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      List<Future<Object>> writers = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        String own = "u" + thread;
        writers.add(
            pool.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    store.append(List.of(event("shared", own + i, i), event(own, "x" + i, i)));
                    assertThat(items(own)).hasSize(i + 1);
                  }
                  return null;
                }));
      }
      for (Future<Object> writer : writers) {
        writer.get();
      }
    }
    assertThat(items("shared")).hasSize(4 * each).doesNotHaveDuplicates();
  }
}
