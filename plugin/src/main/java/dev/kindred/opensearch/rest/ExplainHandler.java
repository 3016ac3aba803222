package dev.kindred.opensearch.rest;

import dev.kindred.Why;
import dev.kindred.opensearch.ask.AskParser;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.recommend.Inquiring;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.opensearch.stats.Timers;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code POST /_plugins/_kindred/{index}/_explain/{id}}: why, or why not, from the keys of a
 * recommendation.
 */
public final class ExplainHandler extends BaseRestHandler {
  private final Supplier<Oracle> oracle;
  private final LongSupplier clock;
  private final Timers timers;

  /**
   * @param clock in milliseconds since the epoch
   */
  public ExplainHandler(Supplier<Oracle> oracle, LongSupplier clock, Timers timers) {
    this.oracle = oracle;
    this.clock = clock;
    this.timers = timers;
  }

  @Override
  public String getName() {
    return "kindred_explain";
  }

  @Override
  public List<Route> routes() {
    String path = "/_plugins/_kindred/{index}/_explain/{id}";
    return List.of(new Route(Method.POST, path), new Route(Method.GET, path));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    String index = request.param("index");
    String id = request.param("id");
    if (id.length() > AskParser.LONGEST_ID) {
      throw new IllegalArgumentException(
          "the item's id has " + id.length() + " characters, at most " + AskParser.LONGEST_ID);
    }
    Wish wish = WishParser.read(request);
    long now = clock.getAsLong();
    return channel ->
        new Inquiring(client, oracle.get())
            .about(
                index,
                id,
                wish,
                now,
                timers.timed("explain", new JsonListener<>(channel, ExplainHandler::write)));
  }

  private static void write(XContentBuilder json, Why why) throws IOException {
    json.field("id", why.itemId());
    json.field("verdict", why.verdict().name().toLowerCase(Locale.ROOT));
    json.field("rank", why.rank()).field("notes", why.notes());
    if (why.explanation() != null) {
      json.field("explanation");
      AnswerJson.write(json, why.explanation());
    }
  }
}
