package dev.kindred.opensearch.rest;

import dev.kindred.internal.registry.Unknown;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.stats.Timers;
import dev.kindred.opensearch.user.EventAppender;
import dev.kindred.opensearch.user.EventsParser;
import dev.kindred.opensearch.user.NewEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.transport.client.node.NodeClient;

/** {@code POST /_plugins/_kindred/{index}/_events}: appends {@code {"events": […]}}. */
public final class EventsHandler extends BaseRestHandler {
  private final Supplier<Oracle> oracle;
  private final LongSupplier clock;
  private final Timers timers;

  /**
   * @param clock in milliseconds since the epoch, for events without a time
   */
  public EventsHandler(Supplier<Oracle> oracle, LongSupplier clock, Timers timers) {
    this.oracle = oracle;
    this.clock = clock;
    this.timers = timers;
  }

  @Override
  public String getName() {
    return "kindred_events";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.POST, "/_plugins/_kindred/{index}/_events"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    String index = request.param("index");
    List<NewEvent> events = new ArrayList<>();
    Body.read(
        request,
        (key, parser) -> {
          if (!key.equals("events")) {
            throw new IllegalArgumentException(Unknown.message("key", key, Set.of("events")));
          }
          events.addAll(EventsParser.list(parser, clock.getAsLong()));
        });
    String users = oracle.get().facts(new String[] {index}).users();
    return channel ->
        new EventAppender(client, users)
            .append(
                events,
                timers.timed(
                    "events",
                    new JsonListener<>(
                        channel, (json, count) -> json.field("acknowledged", count))));
  }
}
