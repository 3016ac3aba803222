package dev.kindred.opensearch.model;

import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.common.settings.ClusterSettings;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.indices.breaker.BreakerSettings;
import org.opensearch.indices.breaker.HierarchyCircuitBreakerService;
import org.opensearch.test.OpenSearchTestCase;

/** With the engine's breaker and a loader that says how large what it loads is. */
public class ModelCacheTests extends OpenSearchTestCase {
  private static final Path STORED = Path.of("../core/src/test/resources/artifacts/v1/als");

  private final List<String> loads = new ArrayList<>();
  private Model model;

  @Override
  public void setUp() throws Exception {
    super.setUp();
    model = Models.load(STORED);
  }

  /** A version says its own size after the @. */
  private LoadedModel load(String version) {
    loads.add(version);
    if (version.endsWith("@broken")) {
      throw new IllegalStateException("no such model");
    }
    return new LoadedModel(model, Long.parseLong(version.substring(version.indexOf('@') + 1)));
  }

  private ModelCache cache(String limit, double overhead) {
    ClusterSettings known =
        new ClusterSettings(Settings.EMPTY, ClusterSettings.BUILT_IN_CLUSTER_SETTINGS);
    BreakerSettings settings =
        BreakerSettings.updateFromSettings(
            new BreakerSettings(
                ModelCache.BREAKER,
                1000,
                overhead,
                CircuitBreaker.Type.MEMORY,
                CircuitBreaker.Durability.PERMANENT),
            Settings.builder().put("breaker.kindred_models.limit", limit).build());
    HierarchyCircuitBreakerService breakers =
        new HierarchyCircuitBreakerService(Settings.EMPTY, List.of(settings), known);
    return new ModelCache(this::load, breakers.getBreaker(ModelCache.BREAKER), Runnable::run);
  }

  private static void get(ModelCache cache, String version) {
    PlainActionFuture<Map<String, Model>> got = PlainActionFuture.newFuture();
    cache.get(Map.of("it", version), got);
    assertNotNull(got.actionGet().get("it"));
  }

  public void testAModelIsLoadedOnceWhileThereIsRoom() throws IOException {
    ModelCache cache = cache("1000b", 1);
    get(cache, "a@400");
    get(cache, "b@600");
    get(cache, "a@400");
    assertEquals(List.of("a@400", "b@600"), loads);
    assertEquals(1000, cache.used());
    assertTrue(cache.loaded("a@400").isPresent());
  }

  public void testTheOneUsedLongestAgoGoes() {
    ModelCache cache = cache("1000b", 1);
    get(cache, "a@400");
    get(cache, "b@500");
    get(cache, "a@400");
    get(cache, "c@300");
    assertEquals(Set.of("a@400", "c@300"), cache.sizes().keySet());
    assertEquals(700, cache.used());
    assertTrue(cache.loaded("b@500").isEmpty());
  }

  /** As the engine does after a limit was changed: there, every byte counts twice. */
  public void testRoomIsMadeAsTheBreakerCounts() {
    ModelCache cache = cache("1000b", 2);
    get(cache, "a@300");
    get(cache, "b@300");
    assertEquals(Set.of("b@300"), cache.sizes().keySet());
    assertEquals(300, cache.used());
  }

  public void testWhatNeverFitsIsRefusedAndNothingGoesForIt() {
    ModelCache cache = cache("1000b", 1);
    get(cache, "a@400");
    Exception problem = expectThrows(Exception.class, () -> get(cache, "huge@1001"));
    assertEquals(RestStatus.TOO_MANY_REQUESTS, ExceptionsHelper.status(problem));
    assertTrue(
        problem.getMessage(),
        problem
            .getMessage()
            .contains(
                "model [huge@1001] takes 1001 bytes; this node's breaker.kindred_models.limit is"
                    + " 1000 bytes, of which each counts 1.0 times; loaded are {a@400=400,"
                    + " huge@1001=0}; raise the limit"));
    assertEquals(Map.of("a@400", 400L), cache.sizes());
    assertEquals(400, cache.used());
  }

  public void testWithoutALimitAllStay() {
    ModelCache cache = cache("-1", 1);
    get(cache, "a@4000");
    get(cache, "b@5000");
    assertEquals(Set.of("a@4000", "b@5000"), cache.sizes().keySet());
  }

  public void testAFailureIsNotKept() {
    ModelCache cache = cache("1000b", 1);
    expectThrows(IllegalStateException.class, () -> get(cache, "a@broken"));
    expectThrows(IllegalStateException.class, () -> get(cache, "a@broken"));
    assertEquals("asked again", List.of("a@broken", "a@broken"), loads);
    assertEquals(Map.of(), cache.sizes());
    assertEquals(0, cache.used());
  }
}
