package dev.kindred.opensearch;

import dev.kindred.Recommender;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.junit.AfterClass;
import org.opensearch.plugins.Plugin;
import org.opensearch.plugins.PluginsService;
import org.opensearch.test.OpenSearchIntegTestCase;

/** Nodes of the engine with the plugin beside the embedded engine, on one world a class. */
public abstract class ClusterTestCase extends OpenSearchIntegTestCase {
  static World world;
  static Recommender embedded;

  @Override
  protected Collection<Class<? extends Plugin>> nodePlugins() {
    return List.of(KindredPlugin.class);
  }

  @Override
  protected boolean addMockInternalEngine() {
    return false;
  }

  static void open(World built) throws IOException {
    world = built;
    embedded = built.embedded();
  }

  @AfterClass
  public static void close() throws Exception {
    embedded.close();
    embedded = null;
    world = null;
  }

  /** On any node. */
  static KindredPlugin plugin() {
    return plugin(internalCluster().getInstance(PluginsService.class));
  }

  static KindredPlugin plugin(String node) {
    return plugin(internalCluster().getInstance(PluginsService.class, node));
  }

  private static KindredPlugin plugin(PluginsService plugins) {
    return plugins.filterPlugins(KindredPlugin.class).getFirst();
  }
}
