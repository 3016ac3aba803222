package dev.kindred.opensearch.rest;

import java.io.IOException;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.rest.RestRequest;

/** Reading of request bodies. */
final class Body {
  private Body() {}

  /** What is done with one key; the parser stands on its value. */
  @FunctionalInterface
  interface Reader {
    void read(String key, XContentParser parser) throws IOException;
  }

  /**
   * Reads a body that is one JSON object, key by key; an absent body is an empty object.
   *
   * @throws ParsingException when it is not an object, or more follows
   */
  static void read(RestRequest request, Reader reader) throws IOException {
    if (!request.hasContent()) {
      return;
    }
    try (XContentParser parser = request.contentParser()) {
      if (parser.nextToken() != Token.START_OBJECT) {
        throw new ParsingException(parser.getTokenLocation(), "the body must be a JSON object");
      }
      while (parser.nextToken() != Token.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        reader.read(key, parser);
      }
      if (parser.nextToken() != null) {
        throw new ParsingException(parser.getTokenLocation(), "the body goes on after its object");
      }
    }
  }
}
