package dev.kindred.opensearch.parse;

import java.io.IOException;
import org.opensearch.core.common.ParsingException;
import org.opensearch.core.xcontent.XContentParseException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.core.xcontent.XContentParser.Token;
import org.opensearch.core.xcontent.XContentSubParser;
import org.opensearch.index.query.AbstractQueryBuilder;
import org.opensearch.index.query.QueryBuilder;

/**
 * Reads a query of the engine's inside a body. The engine reads queries in queries by recursion
 * without a bound, and a node whose stack overflows ends itself; here they nest as deep as anybody
 * needs, and no deeper.
 */
public final class Queries {
  /** Objects and lists in one another: some fifty queries in queries. */
  static final int DEEPEST = 100;

  private Queries() {}

  /**
   * Reads the value of a key.
   *
   * @param parser on the value
   * @throws ParsingException when it is no object, or too deep
   */
  public static QueryBuilder read(String key, XContentParser parser) throws IOException {
    if (parser.currentToken() != Token.START_OBJECT) {
      throw Values.error(parser, "[" + key + "] must be a query, got " + parser.currentToken());
    }
    Bounded bounded = new Bounded(parser);
    try {
      return AbstractQueryBuilder.parseInnerQueryBuilder(bounded);
    } catch (ParsingException | XContentParseException e) {
      // What the engine wraps around it says where, fifty times, and not what.
      throw bounded.depth > DEEPEST ? tooDeep(key, parser) : e;
    }
  }

  private static ParsingException tooDeep(String key, XContentParser parser) {
    return Values.error(
        parser, "[" + key + "] has more than " + DEEPEST + " objects and lists in one another");
  }

  private static final class Bounded extends XContentSubParser {
    private int depth = 1;

    Bounded(XContentParser parser) {
      super(parser);
    }

    @Override
    public Token nextToken() throws IOException {
      Token token = super.nextToken();
      if (token == Token.START_OBJECT || token == Token.START_ARRAY) {
        depth++;
        if (depth > DEEPEST) {
          throw Values.error(this, "too deep");
        }
      } else if (token == Token.END_OBJECT || token == Token.END_ARRAY) {
        depth--;
      }
      return token;
    }

    /** Inner queries are read by this parser too, not by the one within. */
    @Override
    public <T> T namedObject(Class<T> type, String name, Object context) throws IOException {
      return getXContentRegistry().parseNamedObject(type, name, this, context);
    }
  }
}
