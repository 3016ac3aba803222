package dev.kindred.benchmarks.knn;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Users' last items, held out.
 *
 * @param train the events before them
 * @param users with those events as their history
 * @param answers the item that each of the users took next
 */
record LastItems(Interactions train, List<UserState> users, List<String> answers) {

  static LastItems read(Path file) {
    return of(
        EventLoader.load(Inputs.STRICT.events(file), EventRules.COMMON, List.of()).interactions());
  }

  static LastItems of(Interactions all) {
    InteractionsBuilder train = new InteractionsBuilder(false, Repeats.LAST);
    all.items().ids().forEach(train::item);
    List<UserState> users = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    for (int user = 0; user < all.users().size(); user++) {
      String id = all.users().id(user);
      int last = all.to(user) - 1;
      List<Event> history = new ArrayList<>();
      for (int p = all.from(user); p < last; p++) {
        String item = all.items().id(all.item(p));
        train.add(id, item, 1, p - all.from(user));
        Instant time = Instant.ofEpochSecond(p - all.from(user));
        history.add(new Event(id, item, Event.VIEW, 1, time));
      }
      if (!history.isEmpty()) {
        users.add(new UserState(id, history, Map.of()));
        answers.add(all.items().id(all.item(last)));
      }
    }
    return new LastItems(train.build(), users, answers);
  }
}
