package dev.kindred.tools.build;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells a shop that is served what becomes of its items, change after change, and each change's
 * number on standard output once it is acknowledged, until it is killed.
 */
public final class ItemChanges {
  /** Whose demand grows by one with every change. */
  static final String WANTED = "gothic29";

  /** What gets a new price together, every {@value #PRICED}th change. */
  static final List<String> SOLD = List.of("gothic1", "voyage2", "crime3", "romance4");

  static final int PRICED = 3;

  /** Every so many changes a bandit is told of it. */
  static final int REWARDED = 2;

  private static final int SEEN = 7;
  static final int VISITORS = 20;

  private ItemChanges() {}

  /**
   * @param args the folder of the shop, and the number of the first change
   */
  public static void main(String[] args) throws IOException {
    run(Shop.at(Path.of(args[0])), Integer.parseInt(args[1]), System.out);
  }

  private static void run(Shop shop, int first, PrintStream out) throws IOException {
    try (Recommender open = shop.open()) {
      out.print("open\n");
      out.flush();
      for (int number = first; ; number++) {
        change(open, number);
        out.print(number + "\n");
        out.flush();
      }
    }
  }

  private static void change(Recommender open, int number) throws IOException {
    String visitor = visitor(number % VISITORS);
    Event view = new Event(visitor, WANTED, Event.VIEW, 1, Shop.NOW.minusSeconds(number));
    open.receive(List.of(new Arrival(view, "change-" + number, null)));
    if (number % PRICED == 0) {
      Map<String, Map<String, Double>> prices = new TreeMap<>();
      SOLD.forEach(book -> prices.put(book, Map.of("price", price(number))));
      open.set(prices);
    }
    if (number % REWARDED == 0) {
      String visit = "visit-" + number;
      open.recommend(Shelf.ASKED.size(120), visit);
      open.reward(visit, WANTED, 1);
    }
    if (number % SEEN == 0) {
      open.refresh();
    }
  }

  static String visitor(int number) {
    return "visitor-" + number;
  }

  /** Dearer than any book of the catalogue. */
  static double price(int number) {
    return 1000 + number;
  }
}
