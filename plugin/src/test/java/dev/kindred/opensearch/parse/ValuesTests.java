package dev.kindred.opensearch.parse;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.opensearch.common.CheckedBiFunction;
import org.opensearch.common.CheckedFunction;
import org.opensearch.common.xcontent.json.JsonXContent;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.test.OpenSearchTestCase;

public class ValuesTests extends OpenSearchTestCase {
  /** Fit no scalar but a string. */
  private static final List<String> NEVER = List.of("null", "{}", "[]", "[1]", "{\"a\": 1}");

  private static <T> T read(String json, CheckedFunction<XContentParser, T, IOException> reader)
      throws IOException {
    try (XContentParser parser =
        JsonXContent.jsonXContent.createParser(NamedXContentRegistry.EMPTY, null, json)) {
      parser.nextToken();
      return reader.apply(parser);
    }
  }

  private static <T> void refuses(
      CheckedBiFunction<String, XContentParser, T, IOException> reader, String... more) {
    for (String json : concat(NEVER, more)) {
      ParsingException problem =
          expectThrows(ParsingException.class, () -> read(json, p -> reader.apply("key", p)));
      assertEquals(json, 400, problem.status().getStatus());
      assertTrue(problem.getMessage(), problem.getMessage().contains("[key]"));
    }
  }

  private static List<String> concat(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  public void testTexts() throws IOException {
    assertEquals("word", read("\"word\"", p -> Values.text("key", p, 4)));
    assertEquals("17", read("17", p -> Values.text("key", p, 4)));
    refuses((key, parser) -> Values.text(key, parser, 4), "\"words\"", "12345");
  }

  public void testBooleans() throws IOException {
    assertTrue(read("true", p -> Values.bool("key", p)));
    assertFalse(read("\"false\"", p -> Values.bool("key", p)));
    refuses(Values::bool, "1", "\"yes\"", "\"\"");
  }

  public void testWholeNumbers() throws IOException {
    assertEquals(Long.MAX_VALUE, (long) read("9223372036854775807", p -> Values.whole("key", p)));
    assertEquals(-3L, (long) read("\"-3\"", p -> Values.whole("key", p)));
    refuses(Values::whole, "9223372036854775808", "1.5", "\"x\"", "true", "1e3");
    assertEquals(7, (int) read("7", p -> Values.small("key", p)));
    refuses(Values::small, "2147483648", "-2147483649");
  }

  public void testNumbers() throws IOException {
    assertEquals(0.25, read("0.25", p -> Values.number("key", p)), 0);
    assertEquals(1e3, read("\"1e3\"", p -> Values.number("key", p)), 0);
    refuses(Values::number, "\"NaN\"", "\"Infinity\"", "1e999", "\"x\"", "true");
  }

  public void testTimes() throws IOException {
    Instant time = Instant.parse("2026-11-25T10:00:00Z");
    assertEquals(time, read("\"2026-11-25T10:00:00Z\"", p -> Values.time("key", p)));
    assertEquals(time, read(Long.toString(time.toEpochMilli()), p -> Values.time("key", p)));
    refuses(
        Values::time,
        "\"yesterday\"",
        "253402300800000",
        "-62167219200001",
        Long.toString(Long.MAX_VALUE),
        "\"+10000-01-01T00:00:00Z\"");
  }

  public void testObjects() throws IOException {
    assertEquals(
        List.of(Map.of("a", 1, "b", "x")),
        read("[{\"a\": 1, \"b\": \"x\"}]", p -> Values.objects("key", p, 1)));
    for (String json :
        List.of("{}", "1", "[1]", "[[]]", "[{\"a\": []}]", "[{\"a\": null}]", "[{}, {}]")) {
      ParsingException problem =
          expectThrows(ParsingException.class, () -> read(json, p -> Values.objects("key", p, 1)));
      assertTrue(problem.getMessage(), problem.getMessage().contains("[key"));
    }
  }
}
