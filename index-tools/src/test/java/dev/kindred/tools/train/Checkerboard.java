package dev.kindred.tools.train;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Item;
import dev.kindred.data.Repeats;
import dev.kindred.model.Tastes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The test case of the {@code implicit} library that explains collaborative filtering: even users
 * like even items, odd users odd ones, and each user's item of the same number is withheld. A sane
 * model recommends exactly that.
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
      for (int i = user % 2; i < SIZE; i += 2) {
        if (i != user) {
          events.add("u" + user, item(i), 1, Tastes.NOW.toEpochMilli() - 60_000L * (SIZE - i));
        }
      }
    }
    return new Dataset(events.build(), items);
  }

  public static String item(int number) {
    return "i" + number;
  }

  /** What the user liked. */
  public static String[] history(int user) {
    List<String> liked = new ArrayList<>();
    for (int i = user % 2; i < SIZE; i += 2) {
      if (i != user) {
        liked.add(item(i));
      }
    }
    return liked.toArray(String[]::new);
  }
}
