package dev.kindred.tools.train.domain;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which domain each item is of. Immutable by agreement.
 *
 * @param names in ascending order
 * @param of the domain of each item by its ordinal; -1 for an item without one
 */
record Domains(Interactions events, List<String> names, int[] of) {
  /**
   * @param field of items, a keyword; the first of several values counts
   */
  static Domains of(Dataset data, String field) {
    Interactions events = data.interactions();
    Map<String, Integer> names = new TreeMap<>();
    String[] domain = new String[events.items().size()];
    for (Item item : data.items()) {
      int ordinal = events.items().ordinal(item.id());
      List<String> values = item.values(field);
      if (ordinal >= 0 && !values.isEmpty()) {
        domain[ordinal] = values.getFirst();
        names.put(values.getFirst(), 0);
      }
    }
    List<String> sorted = List.copyOf(names.keySet());
    int[] of = new int[domain.length];
    Arrays.setAll(of, i -> domain[i] == null ? -1 : sorted.indexOf(domain[i]));
    return new Domains(events, sorted, of);
  }

  /** The events of one domain, with every user, and the items that have any. */
  Interactions within(int domain) {
    InteractionsBuilder builder = new InteractionsBuilder(events.explicit(), Repeats.ALL);
    events.users().ids().forEach(builder::user);
    for (int user = 0; user < events.users().size(); user++) {
      for (int p = events.from(user); p < events.to(user); p++) {
        if (of[events.item(p)] == domain) {
          builder.add(
              events.users().id(user),
              events.items().id(events.item(p)),
              events.value(p),
              events.time(p));
        }
      }
    }
    return builder.build();
  }

  /** By user, whether there are events in two domains. */
  boolean[] several() {
    boolean[] several = new boolean[events.users().size()];
    for (int user = 0; user < several.length; user++) {
      int first = -1;
      for (int p = events.from(user); p < events.to(user); p++) {
        int domain = of[events.item(p)];
        several[user] |= domain >= 0 && first >= 0 && domain != first;
        first = domain >= 0 && first < 0 ? domain : first;
      }
    }
    return several;
  }
}
