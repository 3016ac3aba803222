package dev.kindred.tools.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A JSON object on every line. */
final class JsonLines implements Closeable {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private final LineReader lines;

  /** Reads the fields of one object. */
  interface Fields {
    /** Called with the parser at the value of a field; must end at the end of that value. */
    void field(String name, JsonParser value) throws IOException, BadLine;
  }

  JsonLines(Input input) throws IOException {
    this.lines = new LineReader(input.name(), input.utf8(), StandardCharsets.UTF_8);
  }

  /** Gives the fields of the next line's object; false at the end. */
  boolean next(Fields fields) throws IOException, BadLine {
    String line = lines.next();
    if (line == null) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new BadLine(
            "the line is " + BadLine.quoted(line) + ", expected one JSON object, as {\"id\": …}");
      }
      object(parser, fields);
      if (parser.nextToken() != null) {
        throw new BadLine("something follows the JSON object, expected one object a line");
      }
    } catch (JsonProcessingException e) {
      throw new BadLine(
          String.format(
              Locale.ROOT,
              "the JSON is broken at column %d (%s), expected one whole object a line",
              column(e),
              e.getOriginalMessage()));
    }
    return true;
  }

  /** Gives the fields of the object that the parser has just entered. */
  static void object(JsonParser parser, Fields fields) throws IOException, BadLine {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      fields.field(name, parser);
    }
  }

  private static int column(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
  }

  long line() {
    return lines.line();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
