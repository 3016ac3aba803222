package dev.kindred.opensearch.ask;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opensearch.ExceptionsHelper;
import org.opensearch.common.SetOnce;
import org.opensearch.common.io.stream.BytesStreamOutput;
import org.opensearch.common.xcontent.XContentFactory;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.common.bytes.BytesReference;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.test.OpenSearchTestCase;

/** Requests survive JSON and the wire, and nothing malformed gets through. */
public class AskTests extends OpenSearchTestCase {

  private static Ask parse(String json) throws IOException {
    try (XContentParser parser =
        JsonXContent.jsonXContent.createParser(NamedXContentRegistry.EMPTY, null, json)) {
      AskParser ask = new AskParser();
      if (parser.nextToken() != Token.START_OBJECT) {
        throw new ParsingException(parser.getTokenLocation(), "no object");
      }
      while (parser.nextToken() != Token.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        ask.read(key, parser);
      }
      return ask.ask();
    }
  }

  public void testSurvivesJson() throws IOException {
    for (int round = 0; round < 200; round++) {
      Ask ask = RandomQuestions.ask();
      XContentBuilder json = XContentFactory.jsonBuilder().startObject();
      ask.toXContent(json);
      assertEquals(ask, parse(BytesReference.bytes(json.endObject()).utf8ToString()));
    }
  }

  public void testUnresolvedQuestionsAreNotSent() {
    Question waiting = new Question(Ask.NOTHING, false, null, new SetOnce<>(), null);
    expectThrows(IllegalStateException.class, () -> waiting.writeTo(new BytesStreamOutput()));
  }

  public void testAWireOfAnotherReleaseIsRefused() throws IOException {
    try (BytesStreamOutput out = new BytesStreamOutput()) {
      out.writeByte((byte) 99);
      IOException problem =
          expectThrows(IOException.class, () -> EncodingWire.read(out.bytes().streamInput()));
      assertTrue(problem.getMessage().contains("different releases"));
    }
  }

  public void testErrorsNameWhatIsKnown() {
    ParsingException unknown =
        expectThrows(ParsingException.class, () -> parse("{\"usr\": \"u1\"}"));
    assertTrue(unknown.getMessage(), unknown.getMessage().contains("did you mean user"));
    assertTrue(unknown.getMessage(), unknown.getMessage().contains("include_seen"));
    ParsingException time =
        expectThrows(ParsingException.class, () -> parse("{\"now\": \"yesterday\"}"));
    assertTrue(time.getMessage(), time.getMessage().contains("yesterday"));
  }

  public void testSizesAreLimited() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i <= AskParser.MOST_HISTORY; i++) {
      many.add("\"i" + i + "\"");
    }
    expectThrows(
        ParsingException.class, () -> parse("{\"history\": [" + String.join(",", many) + "]}"));
    String id = "x".repeat(AskParser.LONGEST_ID + 1);
    expectThrows(ParsingException.class, () -> parse("{\"user\": \"" + id + "\"}"));
    expectThrows(ParsingException.class, () -> parse("{\"like\": [\"\"]}"));
  }

  /** Ten thousand broken bodies: each is the client's fault, and says so. */
  public void testHostileBodiesAreRefusedWithAReason() throws IOException {
    int refused = 0;
    for (int round = 0; round < 10_000; round++) {
      String body = hostile();
      try {
        parse(body);
      } catch (Exception e) {
        refused++;
        assertEquals(body, 400, ExceptionsHelper.status(e).getStatus());
        assertNotNull(body, e.getMessage());
      }
    }
    assertTrue("most are broken: " + refused, refused > 9_000);
  }

  private static String hostile() {
    String key =
        randomFrom("profile", "text", "user", "like", "unlike", "history", "context", "now");
    String value =
        randomFrom(
            "{}",
            "[[[]]]",
            "[{}]",
            "null",
            "[null]",
            "[1,",
            "{\"a\":{\"b\":1}}",
            "1e999",
            "\"" + "é".repeat(30_000) + "\"",
            "[" + "[".repeat(500),
            "\"\\ud800",
            "tru",
            "{\"a\":[1]}",
            "[\"\"]",
            "NaN");
    return switch (randomIntBetween(0, 3)) {
      case 0 -> "{\"" + key + "\":" + value + "}";
      case 1 -> "{\"" + randomAlphaOfLength(5) + "\": 1}";
      case 2 -> "{\"" + key + "\":" + value;
      default -> "{\"seed\": " + randomFrom("\"x\"", "[]", "1.5e400", "99999999999999999999") + "}";
    };
  }
}
