package dev.kindred.model.sequence;

import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import java.util.List;
import java.util.Locale;

/** The last liked and known items of a history, oldest first: what a sequence model reads. */
final class Window {
  private Window() {}

  /**
   * Fills from the start.
   *
   * @param tokens receives item ordinals; as many as its length are read
   * @return how many there are
   */
  static int read(UserState user, Situation situation, IdMap items, int[] tokens, int most) {
    List<Event> history = user.history();
    int n = 0;
    int at = history.size() - 1;
    while (at >= 0 && n < most) {
      int ordinal = ordinal(history.get(at), situation, items);
      if (ordinal >= 0) {
        tokens[n++] = ordinal;
      }
      at--;
    }
    for (int i = 0; i < n / 2; i++) {
      int swap = tokens[i];
      tokens[i] = tokens[n - 1 - i];
      tokens[n - 1 - i] = swap;
    }
    return n;
  }

  /** The item of a known and positive event; negative otherwise. */
  private static int ordinal(Event event, Situation situation, IdMap items) {
    return situation.weights().strength(event) > 0 ? items.ordinal(event.itemId()) : -1;
  }

  /** Why nothing could be read. */
  static Encoding.None none(UserState user, String model) {
    return new Encoding.None(
        user.history().isEmpty()
            ? "the history is empty"
            : String.format(
                Locale.ROOT,
                "none of the %d events of the history is a liked item known to %s",
                user.history().size(),
                model));
  }
}
