package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects queries over one training log, and counts whatever does not become one. */
final class Questions {
  private final Interactions train;
  private final Seen seen;
  private final boolean[] trained;
  private final List<Query> queries = new ArrayList<>();
  private final List<RatingQuery> ratings = new ArrayList<>();
  private int test;
  private int unseenUsers;
  private int unseenItems;
  private int repeats;
  private int disliked;
  private int untested;
  private int ownNegatives;

  Questions(Interactions train, Seen seen) {
    this.train = train;
    this.seen = seen;
    trained = new boolean[train.items().size()];
    for (int p = 0; p < train.size(); p++) {
      trained[train.item(p)] = true;
    }
  }

  Draft ask(String userId, List<Event> history) {
    return new Draft(userId, history);
  }

  Task task(String name, String leaks) {
    Counts counts =
        new Counts(
            train.size(),
            test,
            unseenUsers,
            unseenItems,
            repeats,
            disliked,
            untested,
            ownNegatives);
    return new Task(name, leaks, seen, train, queries, ratings, counts);
  }

  /** The query of one user in the making. */
  final class Draft {
    private final String userId;
    private final List<Event> history;
    private final Set<String> relevant = new LinkedHashSet<>();
    private final List<String> candidates = new ArrayList<>();
    private final List<RatingQuery.Given> given = new ArrayList<>();
    private Set<String> had;

    private Draft(String userId, List<Event> history) {
      this.userId = userId;
      this.history = history;
    }

    /** Adds what the user chose. */
    void add(String itemId, boolean liked) {
      if (!liked) {
        disliked++;
      } else if ((seen == Seen.FILTERED && had().contains(itemId)) || !relevant.add(itemId)) {
        repeats++;
      }
    }

    /** Adds what the user rated, however many stars, seen before or not. */
    void rate(String itemId, double stars) {
      given.add(new RatingQuery.Given(itemId, stars));
    }

    /** Ranks only what was chosen and these; call after every {@link #add}. */
    void negatives(Collection<String> given) {
      Set<String> distinct = new LinkedHashSet<>(given);
      for (String item : relevant) {
        ownNegatives += distinct.remove(item) ? 1 : 0;
      }
      candidates.addAll(distinct);
      candidates.addAll(relevant);
    }

    void close(Instant now) {
      if (!given.isEmpty()) {
        ratings.add(new RatingQuery(userId, history, now, given));
      }
      if (relevant.isEmpty()) {
        untested++;
        return;
      }
      test += relevant.size();
      unseenUsers += history.isEmpty() ? 1 : 0;
      for (String item : relevant) {
        int ordinal = train.items().ordinal(item);
        unseenItems += ordinal < 0 || !trained[ordinal] ? 1 : 0;
      }
      queries.add(new Query(userId, history, now, relevant, candidates));
    }

    private Set<String> had() {
      if (had == null) {
        had = new HashSet<>();
        history.forEach(event -> had.add(event.itemId()));
      }
      return had;
    }
  }
}
