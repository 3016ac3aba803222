package dev.kindred.opensearch;

import com.carrotsearch.randomizedtesting.annotations.ThreadLeakScope;
import dev.kindred.data.Event;
import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.model.ModelStore;
import dev.kindred.opensearch.recommend.Inquiring;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.opensearch.user.EventAppender;
import dev.kindred.opensearch.user.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.opensearch.action.ActionRequest;
import org.opensearch.action.IndicesRequest;
import org.opensearch.action.support.ActionFilter;
import org.opensearch.action.support.ActionFilterChain;
import org.opensearch.action.support.ActionRequestMetadata;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.cluster.metadata.IndexNameExpressionResolver;
import org.opensearch.cluster.service.ClusterService;
import org.opensearch.common.settings.Settings;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.action.ActionResponse;
import org.opensearch.core.common.io.stream.NamedWriteableRegistry;
import org.opensearch.core.xcontent.NamedXContentRegistry;
import org.opensearch.env.Environment;
import org.opensearch.env.NodeEnvironment;
import org.opensearch.plugins.ActionPlugin;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginsService;
import org.opensearch.repositories.RepositoriesService;
import org.opensearch.script.ScriptService;
import org.opensearch.tasks.Task;
import org.opensearch.test.OpenSearchSingleNodeTestCase;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;
import org.opensearch.watcher.ResourceWatcherService;

/**
 * Under whose name the plugin acts, as a security plugin sees it: as the caller on everything but
 * its own system index.
 */
@ThreadLeakScope(ThreadLeakScope.Scope.NONE)
public class RightsTests extends OpenSearchSingleNodeTestCase {
  private static final String HEADER = "caller";
  private static final String CALLER = "kate";

  private record Seen(String action, Set<String> indices, String caller) {}

  private static final List<Seen> SEEN = new CopyOnWriteArrayList<>();

  /** Stands where a security plugin would. */
  public static final class Guard extends Plugin implements ActionPlugin {
    private ThreadPool threads;

    @Override
    public Collection<Object> createComponents(
        Client client,
        ClusterService cluster,
        ThreadPool pools,
        ResourceWatcherService watcher,
        ScriptService scripts,
        NamedXContentRegistry xContent,
        Environment environment,
        NodeEnvironment node,
        NamedWriteableRegistry writeables,
        IndexNameExpressionResolver names,
        Supplier<RepositoriesService> repositories) {
      threads = pools;
      return List.of();
    }

    @Override
    public List<ActionFilter> getActionFilters() {
      return List.of(
          new ActionFilter() {
            @Override
            public int order() {
              return 0;
            }

            @Override
            public <Q extends ActionRequest, R extends ActionResponse> void apply(
                Task task,
                String action,
                Q request,
                ActionRequestMetadata<Q, R> metadata,
                ActionListener<R> listener,
                ActionFilterChain<Q, R> chain) {
              String[] indices =
                  request instanceof IndicesRequest some && some.indices() != null
                      ? some.indices()
                      : new String[0];
              String caller = threads.getThreadContext().getHeader(HEADER);
              // What the engine does of itself, such as keeping copies in step, is not ours.
              if (action.startsWith("indices:data/")) {
                SEEN.add(new Seen(action, new TreeSet<>(Arrays.asList(indices)), caller));
              }
              chain.proceed(task, action, request, listener);
            }
          });
    }
  }

  @Override
  protected Collection<Class<? extends Plugin>> getPlugins() {
    return List.of(KindredPlugin.class, Guard.class);
  }

  public void testActsAsTheCallerAndOnlyOnModelsAsItself() throws Exception {
    World world = World.build(createTempDir(), "popularity,content,ease,neumf", "neumf.epochs=1");
    world.push(client(), "shop", 1, 0, "readers", Settings.EMPTY);
    world.pushModels(client());
    world.pushUsers(client(), "readers");
    Client kate = client().filterWithHeader(Map.of(HEADER, CALLER));
    KindredPlugin plugin =
        getInstanceFromNode(PluginsService.class).filterPlugins(KindredPlugin.class).getFirst();
    SEEN.clear();
    Ask ask = Asking.ask("home", "", "reader3", List.of(), List.of("book13"));
    Wish wish = new Wish(ask, null, 0, 10, 0, true);
    String best = Asking.page(kate, plugin.oracle(), "shop", wish).items().getFirst().itemId();
    PlainActionFuture<dev.kindred.Why> why = PlainActionFuture.newFuture();
    new Inquiring(kate, plugin.oracle()).about("shop", best, wish, 0, why);
    assertEquals(1, why.actionGet().rank());
    PlainActionFuture<Integer> taken = PlainActionFuture.newFuture();
    Event event = new Event("reader3", best, "view", 1, Instant.EPOCH);
    new EventAppender(kate, "readers").append(List.of(new NewEvent("e", event)), taken);
    assertEquals(1, (int) taken.actionGet());
    requireNames();
  }

  private static void requireNames() {
    List<String> asCaller = new ArrayList<>();
    int asItself = 0;
    for (Seen seen : SEEN) {
      if (seen.indices.contains(ModelStore.INDEX)) {
        assertEquals(seen.toString(), Set.of(ModelStore.INDEX), seen.indices);
        assertTrue(seen.toString(), seen.action.startsWith("indices:data/read/"));
        assertNull(seen.toString(), seen.caller);
        asItself++;
      } else {
        assertEquals(seen.toString(), CALLER, seen.caller);
        asCaller.add(seen.action);
      }
    }
    assertTrue("models were loaded", asItself > 0);
    for (String action :
        List.of(
            "indices:data/read/get",
            "indices:data/read/search",
            "indices:data/read/msearch",
            "indices:data/read/mget",
            "indices:data/write/bulk")) {
      assertTrue(action + " of " + asCaller, asCaller.contains(action));
    }
  }
}
