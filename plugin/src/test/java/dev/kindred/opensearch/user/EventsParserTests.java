package dev.kindred.opensearch.user;

import dev.kindred.data.Event;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.test.OpenSearchTestCase;

public class EventsParserTests extends OpenSearchTestCase {
  private static final long CLOCK = 1_770_000_000_000L;

  private List<NewEvent> parse(String json) throws IOException {
    try (XContentParser parser = createParser(JsonXContent.jsonXContent, json)) {
      parser.nextToken();
      return EventsParser.list(parser, CLOCK);
    }
  }

  public void testWhatIsLeftOutIsAViewOfNow() throws IOException {
    Event event = new Event("ann", "dracula", "view", 1, Instant.ofEpochMilli(CLOCK));
    assertEquals(
        List.of(new NewEvent(null, event)), parse("[{\"user\": \"ann\", \"item\": \"dracula\"}]"));
  }

  public void testEverythingThatIsGivenIsTaken() throws IOException {
    Event rating = new Event("ann", "7", "rating", 4.5f, Instant.parse("2026-11-25T10:00:00Z"));
    Event next = new Event("bob", "dracula", "view", 1, Instant.ofEpochMilli(CLOCK));
    assertEquals(
        List.of(new NewEvent("e1", rating), new NewEvent(null, next)),
        parse(
            "[{\"id\": \"e1\", \"user\": \"ann\", \"item\": 7, \"type\": \"rating\", \"value\": 4.5,"
                + " \"timestamp\": \"2026-11-25T10:00:00Z\"},"
                + " {\"user\": \"bob\", \"item\": \"dracula\"}]"));
    assertEquals(List.of(), parse("[]"));
  }

  public void testWhatDoesNotFitIsRefusedWithItsNumber() {
    String good = "{\"user\": \"u\", \"item\": \"i\"}";
    String[][] wrong = {
      {"{}", "[events] must be a list"},
      {"[7]", "event 0 is not an object"},
      {"[" + good + ", {\"user\": \"u\"}]", "event 1 needs [user] and [item]"},
      {"[{\"usr\": \"u\"}]", "did you mean user"},
      {"[{\"user\": \"\"}]", "event 0: [user] must have 1 to 512 characters"},
      {"[{\"item\": null}]", "event 0: [item] must have 1 to 512 characters"},
      {"[{\"type\": {}}]", "event 0: [type] must have 1 to 512 characters"},
      {"[{\"id\": \"" + "x".repeat(513) + "\"}]", "event 0: [id] must have 1 to 512 characters"},
      {"[" + good + ", {\"value\": 1e39}]", "event 1 has [value] Infinity, expected a number"},
      {"[{\"value\": \"many\"}]", "[value] is 'many', expected a number"},
      {"[{\"timestamp\": \"soon\"}]", "[timestamp] is 'soon', expected milliseconds"},
      {"[" + (good + ",").repeat(10_000) + good + "]", "more than 10000 events in one request"}
    };
    for (String[] one : wrong) {
      ParsingException problem = expectThrows(ParsingException.class, () -> parse(one[0]));
      assertTrue(problem.getMessage(), problem.getMessage().contains(one[1]));
    }
  }
}
