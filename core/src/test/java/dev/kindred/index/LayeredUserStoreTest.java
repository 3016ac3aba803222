package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.data.UserStore;
import dev.kindred.data.UserStoreContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users of a build and what became known since. */
class LayeredUserStoreTest extends UserStoreContract {
  @TempDir Path path;

  @Override
  protected UserStore open(Path directory) throws IOException {
    return new LayeredUserStore(
        LuceneUserStore.open(directory.resolve("built")),
        LuceneUserStore.open(directory.resolve("live")));
  }

  @Override
  protected int capacity() {
    return LuceneUserStore.HISTORY;
  }

  private UserStore over(UserState built) throws IOException {
    try (LuceneUserStore store = LuceneUserStore.open(path.resolve("built"))) {
      store.load(List.of(built).iterator());
    }
    return open(path);
  }

  @Test
  void whatBothPartsHoldCountsOnce() throws IOException {
    Event again = event("u", "a", 1);
    UserState built =
        new UserState(
            "u", List.of(again, event("u", "b", 5)), Map.of("plan", "free"), Map.of("view", 9L));
    try (UserStore users = over(built)) {
      users.append(List.of(again, event("u", "c", 3), event("u", "c", 3)));
      UserState joined = users.find("u").orElseThrow();
      assertThat(joined.history()).extracting(Event::itemId).containsExactly("a", "c", "c", "b");
      assertThat(joined.counts()).containsEntry("view", 11L);
      assertThat(joined.attributes()).containsEntry("plan", "free");
    }
  }

  @Test
  void eventsOutliveTheBuildTheyCameAfter() throws IOException {
    UserStore first = over(new UserState("u", List.of(event("u", "a", 1)), Map.of()));
    first.append(List.of(event("u", "b", 2)));
    UserStore second =
        new LayeredUserStore(
            LuceneUserStore.open(path.resolve("next")), LuceneUserStore.open(path.resolve("live")));
    try (first;
        second) {
      assertThat(second.find("u").orElseThrow().history())
          .extracting(Event::itemId)
          .containsExactly("b");
      first.append(List.of(event("u", "c", 3)));
      assertThat(second.find("u").orElseThrow().history())
          .as("of another reader of the same folder")
          .hasSize(2);
      assertThat(first.forget("u")).isEqualTo(3);
      assertThat(second.find("u")).isEmpty();
    }
  }
}
