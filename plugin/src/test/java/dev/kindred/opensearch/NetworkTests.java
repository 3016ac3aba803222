package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.After;
import org.junit.Before;
import org.opensearch.ExceptionsHelper;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.IndexModule;
import org.opensearch.index.shard.SearchOperationListener;
import org.opensearch.plugins.Plugin;
import org.opensearch.search.internal.ReaderContext;
import org.opensearch.test.OpenSearchIntegTestCase.ClusterScope;
import org.opensearch.test.OpenSearchIntegTestCase.Scope;

/** The network of a learned model on a node that ranks and resolves nothing itself. */
@ClusterScope(
    scope = Scope.TEST,
    numDataNodes = 2,
    numClientNodes = 0,
    supportsDedicatedMasters = false)
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class NetworkTests extends ClusterTestCase {
  private static final String LIMIT = "breaker.kindred_models.limit";
  private static final Request REQUEST =
      Request.user("reader3").profile("neumf").now(Asking.NOW).size(10);

  private String ranking;
  private String asking;

  /** Runs something on a node between the phases of a search: when a shard's reader is opened. */
  public static final class Between extends Plugin {
    private static volatile Runnable action = () -> {};

    @Override
    public void onIndexModule(IndexModule module) {
      module.addSearchOperationListener(
          new SearchOperationListener() {
            @Override
            public void onNewReaderContext(ReaderContext context) {
              action.run();
            }
          });
    }
  }

  @Override
  protected Collection<Class<? extends Plugin>> nodePlugins() {
    return List.of(KindredPlugin.class, Between.class);
  }

  /** All shards on one node, and another to ask. */
  @Before
  public void push() throws Exception {
    if (world == null) {
      open(World.build(createTempDir()));
    }
    String[] nodes = internalCluster().getNodeNames();
    ranking = nodes[0];
    asking = nodes[1];
    Settings there =
        Settings.builder().put("index.routing.allocation.require._name", ranking).build();
    world.push(client(), "net", 2, 0, "readers", there);
    world.pushModels(client());
    world.pushUsers(client(), "readers");
    ensureGreen("net");
    assertEquals(Set.of(ranking), internalCluster().nodesInclude("net"));
  }

  @After
  public void calm() {
    Between.action = () -> {};
    limit(null);
  }

  /** A limit that changes while the node runs counts each byte twice, as the engine has it. */
  private static void limit(Long bytes) {
    Settings.Builder settings = Settings.builder();
    if (bytes == null) {
      settings.putNull(LIMIT);
    } else {
      settings.put(LIMIT, 2 * bytes + "b");
    }
    assertTrue(
        client()
            .admin()
            .cluster()
            .prepareUpdateSettings()
            .setTransientSettings(settings)
            .get()
            .isAcknowledged());
  }

  private static String version(String model) {
    return embedded.models().get(model).manifest().id();
  }

  private static void load(String node, String model) {
    PlainActionFuture<Map<String, dev.kindred.model.Model>> loaded = PlainActionFuture.newFuture();
    plugin(node).models().get(Map.of(model, version(model)), loaded);
    loaded.actionGet();
  }

  private List<String> page() {
    Wish wish = new Wish(Asking.ask("neumf", "reader3"), null, 0, 10, 0, true);
    return readable(Asking.page(client(asking), plugin(asking).oracle(), "net", wish));
  }

  private static List<String> readable(Recommendations page) {
    return page.items().stream().map(item -> item.itemId() + " " + item.score()).toList();
  }

  public void testANodeThatOnlyRanksLoadsTheNetwork() throws Exception {
    assertEquals(Map.of(), plugin(ranking).models().sizes());
    assertEquals(readable(embedded.recommend(REQUEST)), page());
    assertEquals(Set.of(version("neumf")), plugin(ranking).models().sizes().keySet());
    assertEquals(0L, plugin(ranking).timers().all().get("networks").failures());
  }

  /** Between two phases the node is asked for another model, and has no room for both. */
  public void testANetworkThatWasGivenUpIsSaidToBe() throws Exception {
    load(asking, "neumf");
    load(asking, "als");
    Map<String, Long> sizes = plugin(asking).models().sizes();
    limit(sizes.values().stream().mapToLong(Long::longValue).sum() - 1);
    Between.action = () -> load(ranking, "als");
    Exception refused = expectThrows(Exception.class, this::page);
    String reason = ExceptionsHelper.stackTrace(refused);
    assertEquals(reason, RestStatus.TOO_MANY_REQUESTS, ExceptionsHelper.status(refused));
    assertTrue(reason, reason.contains("networks [" + version("neumf") + "] were loaded"));
    assertTrue(reason, reason.contains(LIMIT + " is "));
    assertTrue(reason, reason.contains("raise the limit"));
    limit(null);
    assertEquals("once raised", readable(embedded.recommend(REQUEST)), page());
  }

  public void testAModelThatIsTooLargeIsSaidToBe() throws Exception {
    load(ranking, "als");
    long als = plugin(ranking).models().sizes().get(version("als"));
    load(asking, "neumf");
    long neumf = plugin(asking).models().sizes().get(version("neumf"));
    assertTrue("the network's model is the larger", neumf > als);
    limit(neumf - 1);
    Exception refused = expectThrows(Exception.class, this::page);
    String reason = ExceptionsHelper.stackTrace(refused);
    assertEquals(reason, RestStatus.TOO_MANY_REQUESTS, ExceptionsHelper.status(refused));
    assertTrue(reason, reason.contains("model [" + version("neumf") + "] takes " + neumf));
    assertTrue(reason, reason.contains(LIMIT + " is " + 2 * (neumf - 1) + " bytes"));
    assertEquals("others stay", Set.of(version("als")), plugin(ranking).models().sizes().keySet());
  }
}
