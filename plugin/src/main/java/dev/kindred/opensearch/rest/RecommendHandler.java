package dev.kindred.opensearch.rest;

import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.recommend.Recommending;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.opensearch.stats.Timers;
import java.io.IOException;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code POST /_plugins/_kindred/{index}/_recommend}: a page in the library's own JSON, from the
 * keys of a kindred query and {@code from}, {@code size}, {@code diversity}, {@code explain}.
 */
public final class RecommendHandler extends BaseRestHandler {
  private final Supplier<Oracle> oracle;
  private final LongSupplier clock;
  private final Timers timers;

  /**
   * @param clock in milliseconds since the epoch
   */
  public RecommendHandler(Supplier<Oracle> oracle, LongSupplier clock, Timers timers) {
    this.oracle = oracle;
    this.clock = clock;
    this.timers = timers;
  }

  @Override
  public String getName() {
    return "kindred_recommend";
  }

  @Override
  public List<Route> routes() {
    String path = "/_plugins/_kindred/{index}/_recommend";
    return List.of(new Route(Method.POST, path), new Route(Method.GET, path));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    String index = request.param("index");
    Wish wish = WishParser.read(request);
    long now = clock.getAsLong();
    return channel ->
        new Recommending(client, oracle.get())
            .page(
                index,
                wish,
                now,
                timers.timed(
                    "recommend",
                    new JsonListener<>(channel, (json, page) -> AnswerJson.write(json, page))));
  }
}
