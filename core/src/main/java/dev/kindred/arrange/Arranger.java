package dev.kindred.arrange;

import dev.kindred.data.bandit.Bandit;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders the top of the ranking. Pure: chance comes from the request's seed. Implementations are
 * immutable records whose components are their JSON parameters; register them in {@link Arrangers},
 * or from outside by a {@link Kind}.
 */
public interface Arranger {
  /**
   * How many of the best items the arranger wants to choose from; 0 when it leaves this request's
   * ranking alone. Must not depend on the page, so that pages fit together.
   */
  int pool(Request request);

  /**
   * The same items in their new order.
   *
   * @param ranked best first, at most {@link #pool} items
   */
  List<Scored> arrange(List<Scored> ranked, ResolvedRequest request);

  /** The models whose encodings of the request the arranger reads, and of which view; if any. */
  default Map<String, View> models() {
    return Map.of();
  }

  /** The bandit whose posteriors the arranger wants in its requests, and how it learns; if any. */
  default Optional<Bandit> learning() {
    return Optional.empty();
  }

  /**
   * A kind of arranger from outside: named in {@code
   * META-INF/services/dev.kindred.arrange.Arranger$Kind} on the class path, profiles as JSON and
   * YAML know it. Implementations are public, with a constructor without parameters.
   */
  interface Kind {
    /** The name that profiles use; none of Kindred's own. */
    String name();

    /** The record whose components are the parameters. */
    Class<? extends Arranger> type();
  }
}
