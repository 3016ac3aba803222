package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.data.UserStoreContract;
import dev.kindred.index.log.LogFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LuceneUserStoreTest extends UserStoreContract {
  @TempDir Path path;

  @Override
  protected UserStore open(Path directory) throws IOException {
    return LuceneUserStore.open(directory);
  }

  @Override
  protected int capacity() {
    return LuceneUserStore.HISTORY;
  }

  @Test
  void keepsExactlyTheNewest() throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      store.append(IntStream.range(0, 700).mapToObj(i -> event("u", "i" + i, i)).toList());
      List<Event> history = store.find("u").orElseThrow().history();
      assertThat(history).hasSize(LuceneUserStore.HISTORY);
      assertThat(history.getFirst().itemId()).isEqualTo("i200");
    }
  }

  @Test
  void loadsWholeUsers() throws IOException {
    Iterator<UserState> users =
        IntStream.range(0, 2000)
            .mapToObj(
                i -> new UserState("u" + i, List.of(event("u" + i, "b", 2)), Map.of("n", "" + i)))
            .iterator();
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      store.append(List.of(event("u7", "a", 1)));
      store.load(users);
      assertThat(store.size()).isEqualTo(2000);
      UserState seven = store.find("u7").orElseThrow();
      assertThat(seven.attributes()).containsExactly(Map.entry("n", "7"));
      assertThat(seven.history()).extracting(Event::itemId).as("replaced").containsExactly("b");
      store.append(List.of(event("u7", "c", 3)));
      assertThat(store.find("u7").orElseThrow().attributes())
          .as("attributes outlive events")
          .containsEntry("n", "7");
    }
  }

  @Test
  void theLogGoesIntoTheIndexNowAndThen() throws IOException {
    int users = 200;
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      for (int batch = 0; batch < 80; batch++) {
        int from = batch * 1000;
        store.append(
            IntStream.range(from, from + 1000)
                .mapToObj(i -> event("u" + i % users, "i" + i, i))
                .toList());
        assertThat(store.find("u0").orElseThrow().history().getLast().itemId())
            .isEqualTo("i" + (from + 1000 - users));
      }
      assertThat(new LogFolder(path).numbers().getLast()).as("log files").isGreaterThan(2);
      assertThat(store.size()).isEqualTo(users);
      for (int user = 0; user < users; user++) {
        UserState state = store.find("u" + user).orElseThrow();
        assertThat(state.history()).hasSize(400).doesNotHaveDuplicates();
        assertThat(state.counts()).containsEntry(Event.VIEW, 400L);
      }
    }
    assertThat(new LogFolder(path).numbers()).as("closed").isEmpty();
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      assertThat(store.find("u7").orElseThrow().counts()).containsEntry(Event.VIEW, 400L);
    }
  }

  @Test
  void aLogThatACommitHoldsAlreadyIsNotTakenInAgain() throws IOException {
    Path log = new LogFolder(path).file(1);
    byte[] logged;
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      store.append(List.of(event("u", "a", 1)));
      logged = Files.readAllBytes(log);
    }
    Files.write(log, logged);
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      assertThat(store.find("u").orElseThrow().history()).hasSize(1);
      store.append(List.of(event("u", "b", 2)));
      assertThat(store.find("u").orElseThrow().history()).hasSize(2);
    }
  }

  @Test
  void remembersTheIdsOfLastEvents() throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      for (int i = 0; i < 1200; i++) {
        store.receive(List.of(new UserStore.Arrival(event("u", "i" + i, i), "e" + i, null)));
      }
    }
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      assertThat(store.receive(List.of(new UserStore.Arrival(event("u", "x", 0), "e200", null))))
          .isEqualTo(new UserStore.Receipt(0, 1));
      assertThat(store.receive(List.of(new UserStore.Arrival(event("v", "x", 0), "e200", null))))
          .as("of another user")
          .isEqualTo(new UserStore.Receipt(1, 0));
      assertThat(store.receive(List.of(new UserStore.Arrival(event("u", "x", 0), "e199", null))))
          .as("too long ago")
          .isEqualTo(new UserStore.Receipt(1, 0));
    }
  }

  @Test
  void whatIsClosedStoresNothing() throws IOException {
    LuceneUserStore store = LuceneUserStore.open(path);
    store.append(List.of(event("u", "a", 1)));
    store.close();
    store.close();
    assertThatIOException().isThrownBy(() -> store.append(List.of(event("u", "b", 2))));
    assertThat(new LogFolder(path).numbers()).isEmpty();
  }

  @Test
  void readingLocksNothing() throws IOException {
    try (LuceneUserStore reader = LuceneUserStore.open(path);
        LuceneUserStore writer = LuceneUserStore.open(path)) {
      assertThat(reader.find("u")).isEmpty();
      assertThat(reader.size()).isZero();
      writer.append(List.of(event("u", "a", 1)));
      assertThat(reader.find("u")).as("written after the reader opened").isPresent();
      writer.append(List.of(event("u", "b", 2)));
      assertThat(reader.find("u").orElseThrow().history()).hasSize(2);
    }
  }

  @Test
  void oneWritesAtATime() throws IOException {
    LuceneUserStore first = LuceneUserStore.open(path);
    try (LuceneUserStore second = LuceneUserStore.open(path)) {
      first.append(List.of(event("u", "a", 1)));
      assertThatIOException()
          .isThrownBy(() -> second.append(List.of(event("u", "b", 2))))
          .withMessageContaining(path.toString())
          .withMessageContaining("another process writes to this user store");
      assertThat(second.find("u")).as("it still reads").isPresent();
      first.close();
      second.append(List.of(event("u", "b", 2)));
      assertThat(second.find("u").orElseThrow().history()).hasSize(2);
    }
  }

  @Test
  void openingTouchesNoFile() throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      assertThat(store.find("u")).isEmpty();
      assertThat(store.forget("u")).isZero();
    }
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void noFileMentionsAForgottenUser() throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(path)) {
      for (int i = 0; i < 20; i++) {
        store.append(List.of(event("someone", "secret" + i, i), event("other" + i, "plain", i)));
      }
      assertThat(mentions("someone")).isTrue();
      assertThat(store.forget("someone")).isEqualTo(20);
      assertThat(mentions("someone")).as("while open").isFalse();
      assertThat(mentions("secret")).as("while open").isFalse();
      assertThat(store.size()).isEqualTo(20);
    }
    assertThat(mentions("someone")).isFalse();
  }

  private boolean mentions(String word) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word)) {
          return true;
        }
      }
      return false;
    }
  }
}
