package dev.kindred.tools.evaluate.task;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A log whose every position is learned from, held out, or given as history only, made into a task.
 *
 * @param held positions asked for
 * @param given positions that are history but not learned from; the start of their user's row
 * @param now the clock of a user's query
 */
record Partition(
    Split split, Interactions log, Seen seen, BitSet held, BitSet given, IntFunction<Instant> now) {

  /** A partition whose clock stands at the newest event. */
  static Partition untimed(Split split, Interactions log, Seen seen, BitSet held, BitSet given) {
    Instant newest = Instant.ofEpochMilli(log.size() == 0 ? 0 : log.newest());
    return new Partition(split, log, seen, held, given, user -> newest);
  }

  Task task() {
    Interactions train = train();
    Questions questions = new Questions(train, seen);
    for (int user = 0; user < log.users().size(); user++) {
      Questions.Draft draft = questions.ask(log.users().id(user), history(train, user));
      for (int p = held.nextSetBit(log.from(user)); 0 <= p && p < log.to(user); ) {
        String item = log.items().id(log.item(p));
        draft.add(item, log.explicit() || log.value(p) >= 0);
        if (log.explicit()) {
          draft.rate(item, log.value(p));
        }
        p = held.nextSetBit(p + 1);
      }
      draft.close(now.apply(user));
    }
    return questions.task(split.name(), split.leaks());
  }

  private List<Event> history(Interactions train, int user) {
    if (given.get(log.from(user)) && log.from(user) < log.to(user)) {
      return History.first(log, user, given.nextClearBit(log.from(user)) - log.from(user));
    }
    return History.of(train, user);
  }

  private Interactions train() {
    InteractionsBuilder builder = new InteractionsBuilder(log.explicit(), Repeats.ALL);
    log.items().ids().forEach(builder::item);
    log.users().ids().forEach(builder::user);
    for (int user = 0; user < log.users().size(); user++) {
      for (int p = log.from(user); p < log.to(user); p++) {
        if (!held.get(p) && !given.get(p)) {
          builder.add(log.users().id(user), log.items().id(log.item(p)), log.value(p), log.time(p));
        }
      }
    }
    return builder.build();
  }
}
