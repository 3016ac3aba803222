package dev.kindred.tools.build;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneUserStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** What users did live, as further events of a build. Used once. */
final class LiveHistories {
  private final EventLog log;
  private final Predicate<String> known;
  private String position;
  private long added;
  private long repeated;
  private long leftOut;

  /**
   * @param log finished; to be finished again
   * @param known whether there is an item of that id
   */
  LiveHistories(EventLog log, Predicate<String> known) {
    this.log = log;
    this.known = known;
  }

  /** A user's event, told from another as {@code LayeredUserStore} tells them. */
  private record Deed(String item, String type, float value, long time) {
    static Deed of(Event event) {
      return new Deed(event.itemId(), event.type(), event.value(), event.time().toEpochMilli());
    }
  }

  /**
   * Adds what users did in the index, events that the log has too not again. Of a log of star
   * ratings alone only live ratings, for it is about stars.
   *
   * @param wanted whether to add anything, or only to see how far the log goes
   */
  void read(Path index, boolean wanted) throws IOException {
    boolean stars = log.size() > 0 && log.explicit();
    int before = log.users().size();
    try (LuceneUserStore live = LuceneUserStore.live(index)) {
      position =
          live.visit(
              user -> {
                if (wanted) {
                  add(user, stars, before);
                }
              });
    }
  }

  private void add(UserState user, boolean stars, int before) {
    Map<Deed, Integer> there = new HashMap<>();
    int ordinal = log.users().ordinal(user.id());
    if (ordinal >= 0 && ordinal < before) {
      log.user(ordinal, Integer.MAX_VALUE)
          .history()
          .forEach(event -> there.merge(Deed.of(event), 1, Integer::sum));
    }
    for (Event event : user.history()) {
      if (there.merge(Deed.of(event), -1, Integer::sum) >= 0) {
        repeated++;
      } else if (known.test(event.itemId()) && (!stars || event.type().equals(Event.RATING))) {
        long millis = event.time().toEpochMilli();
        log.add(user.id(), event.itemId(), event.type(), event.value(), millis);
        added++;
      } else {
        leftOut++;
      }
    }
  }

  /** How far the live log was read. */
  String position() {
    return position;
  }

  long added() {
    return added;
  }

  /** Events that the log held before. */
  long known() {
    return repeated;
  }

  /** Events with unknown items, or that are no ratings where all others are. */
  long leftOut() {
    return leftOut;
  }
}
