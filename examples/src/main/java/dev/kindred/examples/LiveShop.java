package dev.kindred.examples;

import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.data.bandit.Reward;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * A shop that learns while it serves: a page is shown and noted, a click comes back with the page's
 * id, and the next page knows it. Not one model is trained for that. If the ranking has a bandit,
 * it is told what was clicked at once, and when the visitor leaves, what was not.
 */
public final class LiveShop {
  private final Recommender recommender;
  private final InstantSource clock;

  LiveShop(Recommender recommender, InstantSource clock) {
    this.recommender = recommender;
    this.clock = clock;
  }

  /**
   * What a visitor sees.
   *
   * @param id comes back with what the visitor does with the page
   */
  record Page(String id, List<Scored> items) {}

  Page show(String user) throws IOException {
    Request request = Request.user(user).now(clock.instant()).size(5);
    String id = UUID.randomUUID().toString();
    return new Page(id, recommender.recommend(request, id).items());
  }

  /** When this returns, the click is on the disk. */
  Receipt clicked(String user, Page page, Scored item) throws IOException {
    Event event = new Event(user, item.itemId(), Event.VIEW, 1, clock.instant());
    List<Arrival> arrivals = List.of(new Arrival(event, UUID.randomUUID().toString(), page.id));
    Receipt receipt = recommender.receive(arrivals);
    recommender.impressions().followed(arrivals);
    recommender.reward(page.id, item.itemId(), 1);
    return receipt;
  }

  /** What was clicked is rewarded already, and is so only once. */
  Reward.Receipt left(Page page) throws IOException {
    return recommender.reward(
        page.items.stream().map(item -> new Reward(page.id, item.itemId(), 0)).toList());
  }

  public static void main(String[] args) throws IOException {
    visit(Path.of(args[0]), System.out);
  }

  /** Prints three pages of a visitor who clicks the first item of each. */
  static void visit(Path index, PrintStream out) throws IOException {
    try (Recommender recommender = Recommender.open(index)) {
      LiveShop shop = new LiveShop(recommender, Instant::now);
      String visitor = "visitor-" + UUID.randomUUID();
      for (int click = 0; click < 3; click++) {
        Page page = shop.show(visitor);
        page.items.forEach(item -> out.println(item.fields().get("title")));
        Receipt receipt = shop.clicked(visitor, page, page.items.getFirst());
        out.println("-- clicked the first; on the disk: " + receipt.acknowledged());
        shop.left(page);
      }
    }
  }
}
