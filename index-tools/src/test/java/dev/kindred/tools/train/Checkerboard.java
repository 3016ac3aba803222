package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.model.Tastes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The test case of the {@code implicit} library that explains collaborative filtering: even users
 * like even items, odd users odd ones, and each user's item of the same number is withheld. A sane
 * model recommends exactly that. A user comes to the items in turn, from the one behind the
 * withheld item around to the one before it, so that the withheld one is next.
 */
public final class Checkerboard {
  public static final int SIZE = 24;

  private Checkerboard() {}

  public static Dataset dataset() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      events.item(item(i));
      items.add(new Item(item(i), Map.of("title", "word" + i % 2, "category", "c" + i % 2)));
    }
    for (int user = 0; user < SIZE; user++) {
      long time = Tastes.NOW.toEpochMilli() - 60_000L * SIZE;
      for (String item : history(user)) {
        time += 60_000L;
        events.add("u" + user, item, 1, time);
      }
    }
    return new Dataset(events.build(), items);
  }

  /**
   * The same as ratings: five stars for items of the own colour, one star for half of the others.
   */
  public static Dataset ratings() {
    InteractionsBuilder events = new InteractionsBuilder(true, Repeats.LAST);
    for (int i = 0; i < SIZE; i++) {
      events.item(item(i));
    }
    for (int user = 0; user < SIZE; user++) {
      for (Event event : rater(user).history()) {
        events.add("u" + user, event.itemId(), event.value(), event.time().toEpochMilli());
      }
    }
    return new Dataset(events.build(), dataset().items());
  }

  /** The user of that number in {@link #ratings}. */
  public static UserState rater(int user) {
    List<Event> history = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      boolean liked = i % 2 == user % 2;
      if (liked ? i != user : (i / 2 + user / 2) % 2 == 0) {
        Instant time = Tastes.NOW.minusSeconds(60L * (SIZE - i));
        history.add(new Event("u" + user, item(i), Event.RATING, liked ? 5 : 1, time));
      }
    }
    return new UserState("u" + user, history, Map.of());
  }

  public static String item(int number) {
    return "i" + number;
  }

  /** What the user liked, in order. */
  public static String[] history(int user) {
    List<String> liked = new ArrayList<>();
    for (int i = user + 2; i < user + SIZE; i += 2) {
      liked.add(item(i % SIZE));
    }
    return liked.toArray(String[]::new);
  }
}
