package dev.kindred.opensearch.rest;

import dev.kindred.opensearch.ask.AskParser;
import dev.kindred.opensearch.parse.Queries;
import dev.kindred.opensearch.parse.Values;
import dev.kindred.opensearch.recommend.Wish;
import java.io.IOException;
import org.opensearch.core.xcontent.XContentParser;
import org.opensearch.index.query.QueryBuilder;
import org.opensearch.rest.RestRequest;

/** Reads the body of a recommendation or an inquiry. */
final class WishParser {
  private static final int SIZE = 10;

  private final AskParser ask = new AskParser("filter", "from", "size", "diversity", "explain");
  private QueryBuilder filter;
  private int from;
  private int size = SIZE;
  private double diversity;
  private boolean explain;

  private WishParser() {}

  static Wish read(RestRequest request) throws IOException {
    WishParser wish = new WishParser();
    Body.read(request, wish::read);
    return new Wish(
        wish.ask.ask(), wish.filter, wish.from, wish.size, wish.diversity, wish.explain);
  }

  private void read(String key, XContentParser parser) throws IOException {
    if (ask.read(key, parser)) {
      return;
    }
    switch (key) {
      case "filter" -> filter = Queries.read(key, parser);
      case "from" -> from = Values.small(key, parser);
      case "size" -> size = Values.small(key, parser);
      case "diversity" -> diversity = Values.number(key, parser);
      default -> explain = Values.bool(key, parser);
    }
  }
}
