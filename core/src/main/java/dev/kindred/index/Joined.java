package dev.kindred.index;

import dev.kindred.index.log.Entry;
import dev.kindred.index.log.LogPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A commit of the user store and what is logged since, seen as one. */
final class Joined {
  private Joined() {}

  /** Null when nobody knows the user. */
  static StoredUser user(String userId, StoredUser stored, List<Entry> entries) {
    if (stored == null && entries.isEmpty()) {
      return null;
    }
    return (stored == null ? StoredUser.unknown(userId) : stored).then(entries);
  }

  /** What files after the covered ones say of the user. */
  static List<Entry> entries(List<RecentEvents> tables, long covered, String userId) {
    List<Entry> entries = new ArrayList<>();
    for (RecentEvents table : tables) {
      if (table.number() > covered) {
        entries.addAll(table.of(userId));
      }
    }
    return entries;
  }

  /** The ids of all. */
  static SortedSet<String> users(List<RecentEvents> tables, List<String> stored) {
    SortedSet<String> ids = new TreeSet<>(stored);
    tables.forEach(table -> ids.addAll(table.users()));
    return ids;
  }

  /**
   * Gives everybody; returns where the log ends.
   *
   * @param view null when there is no commit yet
   */
  static String visit(List<RecentEvents> tables, UserIndex.View view, LuceneUserStore.Visit visit)
      throws IOException {
    long covered = view == null ? 0 : view.covered();
    for (String id : users(tables, view == null ? List.of() : view.users())) {
      StoredUser stored = view == null ? null : view.find(id);
      visit.user(user(id, stored, entries(tables, covered, id)).state());
    }
    LogPosition end = new LogPosition(covered + 1, 0);
    for (RecentEvents table : tables) {
      if (table.number() > covered) {
        end = new LogPosition(table.number(), table.events());
      }
    }
    return end.toString();
  }
}
