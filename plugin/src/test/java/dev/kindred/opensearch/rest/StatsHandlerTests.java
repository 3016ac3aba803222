package dev.kindred.opensearch.rest;

import dev.kindred.opensearch.model.ModelCache;
import dev.kindred.opensearch.model.ModelService;
import dev.kindred.opensearch.stats.Timers;
import java.util.List;
import java.util.Map;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.common.breaker.NoopCircuitBreaker;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.rest.RestResponse;
import org.opensearch.test.OpenSearchTestCase;
import org.opensearch.test.client.NoOpNodeClient;
import org.opensearch.test.rest.FakeRestChannel;
import org.opensearch.test.rest.FakeRestRequest;

public class StatsHandlerTests extends OpenSearchTestCase {
  private static Timers timers() {
    Timers timers = new Timers();
    timers.timed("explain", ActionListener.wrap(() -> {})).onResponse(null);
    timers.timed("explain", ActionListener.wrap(() -> {})).onFailure(new Exception());
    return timers;
  }

  private String answer(Map<String, String> parameters) throws Exception {
    CircuitBreaker breaker = new NoopCircuitBreaker("models");
    ModelCache models = ModelService.cache(null, createTempDir(), breaker, Runnable::run);
    FakeRestRequest request =
        new FakeRestRequest.Builder(NamedXContentRegistry.EMPTY)
            .withPath("/_plugins/_kindred/stats")
            .withParams(new java.util.HashMap<>(parameters))
            .build();
    FakeRestChannel channel = new FakeRestChannel(request, true, 1);
    try (NoOpNodeClient client = new NoOpNodeClient(getTestName())) {
      new StatsHandler(timers(), () -> models).handleRequest(request, channel, client);
    }
    RestResponse response = channel.capturedResponse();
    assertEquals(RestStatus.OK, response.status());
    return response.content().utf8ToString();
  }

  public void testMetricsAreCumulativeHistogramsByPhase() throws Exception {
    List<String> lines = answer(Map.of("format", "prometheus")).lines().toList();
    assertTrue(lines.contains("kindred_failures_total{phase=\"explain\"} 1"));
    assertTrue(lines.contains("kindred_seconds_bucket{phase=\"explain\",le=\"+Inf\"} 2"));
    assertTrue(lines.contains("kindred_seconds_count{phase=\"explain\"} 2"));
    assertTrue(lines.contains("kindred_models_bytes 0"));
    for (String line : lines) {
      assertTrue(
          line,
          line.matches("# TYPE \\w+ (gauge|counter|histogram)|\\w+(\\{[^}]+\\})? [-+.0-9EInf]+"));
    }
  }

  public void testJsonSaysTheSame() throws Exception {
    String json = answer(Map.of());
    assertTrue(json, json.contains("\"models\":{\"bytes\":0,"));
    assertTrue(json, json.contains("\"phases\":{\"explain\":{\"count\":2,\"failures\":1,"));
  }

  public void testAnotherFormatIsRefused() {
    Exception problem =
        expectThrows(IllegalArgumentException.class, () -> answer(Map.of("format", "xml")));
    assertEquals("[format] is 'xml', expected json or prometheus", problem.getMessage());
  }
}
