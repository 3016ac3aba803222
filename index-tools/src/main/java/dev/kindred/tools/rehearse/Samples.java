package dev.kindred.tools.rehearse;

import dev.kindred.data.Event;
import dev.kindred.data.Interactions;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.tools.tune.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Users just before their last event, moved to the end of what is known. */
final class Samples {
  private static final int MOST = 120;

  private Samples() {}

  /** Evenly spread over the users. */
  static List<Sample> of(Interactions events, Schema schema, List<Item> items) {
    Instant now = Instant.ofEpochMilli(events.size() == 0 ? 0 : events.newest());
    Map<String, String> titles = titles(schema, items);
    List<Sample> samples = new ArrayList<>();
    int step = Math.max(1, events.users().size() / MOST);
    for (int user = 0; user < events.users().size(); user += step) {
      if (events.from(user) < events.to(user)) {
        UserState state = new UserState(events.users().id(user), history(events, user), Map.of());
        String item = state.history().getLast().itemId();
        samples.add(Sample.of(state, titles.getOrDefault(item, ""), now));
      }
    }
    return samples;
  }

  private static Map<String, String> titles(Schema schema, List<Item> items) {
    Map<String, String> titles = new HashMap<>();
    if (!schema.text().isEmpty()) {
      items.forEach(item -> titles.put(item.id(), item.text(schema.text().getFirst())));
    }
    return titles;
  }

  private static List<Event> history(Interactions events, int user) {
    List<Event> history = new ArrayList<>();
    int from = Math.max(events.from(user), events.to(user) - LuceneUserStore.HISTORY);
    for (int p = from; p < events.to(user); p++) {
      history.add(events.event(user, p));
    }
    return history;
  }
}
