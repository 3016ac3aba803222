package dev.kindred.opensearch.ask;

import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;

/**
 * A network that a request ranks by was loaded in its first phase and is not here in a later one.
 * Of the engine's failures of queries, because it takes any other for the caller's mistake.
 */
final class NetworkGoneException extends QueryShardException {
  private static final long serialVersionUID = 1;

  NetworkGoneException(QueryShardContext context, String message) {
    super(context, message);
  }

  /** As when a breaker trips: the node is short of memory, and another try may succeed. */
  @Override
  public RestStatus status() {
    return RestStatus.TOO_MANY_REQUESTS;
  }
}
