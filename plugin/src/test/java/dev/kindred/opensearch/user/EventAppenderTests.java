package dev.kindred.opensearch.user;

import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.opensearch.KindredPlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.plugins.Plugin;
import org.opensearch.test.OpenSearchSingleNodeTestCase;

/** Many writers, on a node of the engine. */
public class EventAppenderTests extends OpenSearchSingleNodeTestCase {
  private static final int WRITERS = 6;
  private static final int EVENTS = 40;

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class);
  }

  private static NewEvent event(String user, int number) {
    Instant time = Instant.ofEpochSecond(1_770_000_000L + number);
    return new NewEvent("e" + number, new Event(user, "book" + number, "view", 1, time));
  }

  private int append(List<NewEvent> events) {
    PlainActionFuture<Integer> done = PlainActionFuture.newFuture();
    new EventAppender(client(), "readers").append(events, done);
    return done.actionGet();
  }

  private UserState find(String user) {
    PlainActionFuture<UserState> found = PlainActionFuture.newFuture();
    new UserDocs(client(), "readers").find(user, found);
    return found.actionGet();
  }

  /** Each writer sends every event of both users, in an order of its own. */
  public void testConcurrentWritersLoseNothingAndCountOnce() throws Exception {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random order = new Random(random().nextLong());
      writers.add(
          () -> {
            List<NewEvent> events = new ArrayList<>();
            for (int i = 0; i < EVENTS; i++) {
              events.add(event("ann", i));
              events.add(event("bob", i));
            }
            Collections.shuffle(events, order);
            int acknowledged = 0;
            for (int from = 0; from < events.size(); from += 5) {
              acknowledged += append(events.subList(from, from + 5));
            }
            return acknowledged;
          });
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
      for (Future<Integer> writer : threads.invokeAll(writers)) {
        assertEquals(
            "an event that is there already is acknowledged", 2 * EVENTS, (int) writer.get());
      }
    }
    for (String user : List.of("ann", "bob")) {
      List<String> items = find(user).history().stream().map(Event::itemId).toList();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < EVENTS; i++) {
        expected.add("book" + i);
      }
      assertEquals(user + " in the order of times", expected, items);
    }
  }

  public void testAUserWhoCannotBeReadIsNamedWithTheReasonsStatus() {
    append(List.of(event("ann", 1)));
    client().admin().indices().prepareClose("readers").get();
    OpenSearchStatusException problem =
        expectThrows(OpenSearchStatusException.class, () -> append(List.of(event("ann", 2))));
    assertEquals("user [ann] cannot be read", problem.getMessage());
    assertEquals(RestStatus.BAD_REQUEST, problem.status());
  }

  public void testNobodyIsUnknownWithoutAnIndex() {
    assertEquals(UserState.UNKNOWN, find("ann"));
    assertEquals(UserState.UNKNOWN, find(null));
    assertEquals(0, append(List.of()));
  }
}
