package dev.kindred.opensearch.rest;

import dev.kindred.opensearch.model.ModelCache;
import dev.kindred.opensearch.stats.Timer;
import dev.kindred.opensearch.stats.Timers;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code GET /_plugins/_kindred/stats}: what the node that answers did, as JSON, or with {@code
 * format=prometheus} as metrics to scrape; every node speaks for itself.
 */
public final class StatsHandler extends BaseRestHandler {
  private static final String PROMETHEUS = "prometheus";

  private final Timers timers;
  private final Supplier<ModelCache> models;

  public StatsHandler(Timers timers, Supplier<ModelCache> models) {
    this.timers = timers;
    this.models = models;
  }

  @Override
  public String getName() {
    return "kindred_stats";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/_plugins/_kindred/stats"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    String format = request.param("format", "json");
    String node = client.getLocalNodeId();
    return switch (format) {
      case PROMETHEUS ->
          channel ->
              channel.sendResponse(
                  new BytesRestResponse(RestStatus.OK, "text/plain; version=0.0.4", metrics()));
      case "json" -> channel -> json(channel, node);
      default ->
          throw new IllegalArgumentException(
              "[format] is '" + format + "', expected json or " + PROMETHEUS);
    };
  }

  private void json(RestChannel channel, String node) throws IOException {
    XContentBuilder json = channel.newBuilder().startObject();
    json.field("node", node);
    json.startObject("models");
    json.field("bytes", models.get().used()).field("limit_bytes", models.get().limit());
    json.field("loaded", models.get().sizes()).endObject();
    json.startObject("phases");
    for (Map.Entry<String, Timer> phase : timers.all().entrySet()) {
      Timer timer = phase.getValue();
      json.startObject(phase.getKey());
      json.field("count", timer.count()).field("failures", timer.failures());
      json.field("seconds", timer.seconds()).endObject();
    }
    channel.sendResponse(new BytesRestResponse(RestStatus.OK, json.endObject().endObject()));
  }

  private String metrics() {
    StringBuilder text = new StringBuilder();
    text.append("# TYPE kindred_models_bytes gauge\n");
    line(text, "kindred_models_bytes", models.get().used());
    text.append("# TYPE kindred_models_limit_bytes gauge\n");
    line(text, "kindred_models_limit_bytes", models.get().limit());
    text.append("# TYPE kindred_failures_total counter\n");
    timers
        .all()
        .forEach(
            (phase, timer) ->
                line(text, "kindred_failures_total{phase=\"" + phase + "\"}", timer.failures()));
    text.append("# TYPE kindred_seconds histogram\n");
    timers.all().forEach((phase, timer) -> histogram(text, phase, timer));
    return text.toString();
  }

  private static void histogram(StringBuilder text, String phase, Timer timer) {
    for (int bucket = 0; bucket < timer.size(); bucket++) {
      double bound = timer.bound(bucket);
      String le = Double.isInfinite(bound) ? "+Inf" : Double.toString(bound);
      line(
          text,
          "kindred_seconds_bucket{phase=\"" + phase + "\",le=\"" + le + "\"}",
          timer.upTo(bucket));
    }
    line(text, "kindred_seconds_sum{phase=\"" + phase + "\"}", timer.seconds());
    line(text, "kindred_seconds_count{phase=\"" + phase + "\"}", timer.count());
  }

  private static void line(StringBuilder text, String name, Number value) {
    text.append(String.format(Locale.ROOT, "%s %s\n", name, value));
  }
}
