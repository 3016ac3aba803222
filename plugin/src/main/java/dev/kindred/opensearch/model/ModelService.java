package dev.kindred.opensearch.model;

import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.opensearch.core.common.breaker.CircuitBreaker;
import org.opensearch.transport.client.Client;

/** Makes this node's cache of models. */
public final class ModelService {
  private ModelService() {}

  /**
   * @param temporary a folder that the node may write to
   * @param executor may be blocked
   */
  public static ModelCache cache(
      Client client, Path temporary, CircuitBreaker breaker, Executor executor) {
    return new ModelCache(new ModelLoader(client, temporary)::load, breaker, executor);
  }
}
