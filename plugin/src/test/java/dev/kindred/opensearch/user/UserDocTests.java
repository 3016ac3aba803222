package dev.kindred.opensearch.user;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.test.OpenSearchTestCase;

public class UserDocTests extends OpenSearchTestCase {
  private static NewEvent event(String id, String item, long time) {
    return new NewEvent(id, new Event("u", item, "view", 1, Instant.ofEpochMilli(time)));
  }

  private static List<String> items(UserDoc user) {
    return user.state().history().stream().map(Event::itemId).toList();
  }

  public void testEventsAreKeptInTheOrderOfTheirTimes() {
    UserDoc user =
        UserDoc.empty("u")
            .with(List.of(event("1", "late", 30), event("2", "early", 10)))
            .with(List.of(event("3", "between", 20)));
    assertEquals(List.of("early", "between", "late"), items(user));
  }

  public void testAnEventThatIsSentAgainCountsOnce() {
    UserDoc user = UserDoc.empty("u").with(List.of(event("1", "a", 1)));
    UserDoc again = UserDoc.read("u", user.source()).with(List.of(event("1", "a", 1)));
    assertEquals(List.of("a"), items(again));
    UserDoc nameless = again.with(List.of(event(null, "a", 2), event(null, "a", 2)));
    assertEquals("without an id every event is new", 3, items(nameless).size());
  }

  public void testTheNewestEventsAreKept() {
    List<NewEvent> many = new ArrayList<>();
    for (int i = 0; i < UserDoc.HISTORY + 100; i++) {
      many.add(event("e" + i, "item" + i, i));
    }
    UserDoc user = UserDoc.empty("u").with(many);
    assertEquals(UserDoc.HISTORY, items(user).size());
    assertEquals("item100", items(user).getFirst());
    assertTrue(user.taken().size() <= UserDoc.IDS);
  }
}
