package dev.kindred.examples.bookshop;

import dev.kindred.Recommender;
import dev.kindred.Resolver;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.bandit.Reward;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of pages that a bandit arranged: a title that was opened or liked is worth 1, one that
 * is not for the reader 0, and so is the rest of a page once the reader is shown the next one.
 * Thread-safe.
 */
final class Trials {
  /** Of so many readers the last page is remembered; what an older one was worth stays open. */
  private static final int READERS = 1000;

  private final Recommender recommender;
  private final Map<String, Page> open = new Latest();

  private static final class Latest extends LinkedHashMap<String, Page> {
    private static final long serialVersionUID = 1L;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Page> eldest) {
      return size() > READERS;
    }
  }

  private record Page(String requestId, List<String> items) {
    List<Reward> passedOver() {
      return items.stream().map(item -> new Reward(requestId, item, 0)).toList();
    }
  }

  Trials(Recommender recommender) {
    this.recommender = recommender;
  }

  /** After the page was noted: settles the one that the reader saw before it. */
  void shown(String reader, String requestId, Recommendations page) throws IOException {
    Page fresh = new Page(requestId, page.items().stream().map(Scored::itemId).toList());
    Page before;
    synchronized (open) {
      before = open.put(reader, fresh);
    }
    if (before != null) {
      recommender.reward(before.passedOver());
    }
  }

  /** What readers did with the page that they see. */
  void followed(List<Arrival> events) throws IOException {
    List<Reward> rewards = new ArrayList<>();
    for (Arrival arrival : events) {
      if (arrival.requestId() != null && isOpen(arrival)) {
        double worth = arrival.event().type().equals(Resolver.UNLIKE) ? 0 : 1;
        rewards.add(new Reward(arrival.requestId(), arrival.event().itemId(), worth));
      }
    }
    if (!rewards.isEmpty()) {
      recommender.reward(rewards);
    }
  }

  private boolean isOpen(Arrival arrival) {
    synchronized (open) {
      Page page = open.get(arrival.event().userId());
      return page != null && page.requestId.equals(arrival.requestId());
    }
  }

  /** Forgets what the reader was shown last. */
  void forget(String reader) {
    synchronized (open) {
      open.remove(reader);
    }
  }
}
