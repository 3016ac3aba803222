package dev.kindred.arrange;

import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.ResolvedRequest;
import java.util.List;

/**
 * Orders the final page. Pure: chance comes from the request's seed. Implementations are immutable
 * records whose components are their JSON parameters; register them in {@link Arrangers}.
 */
public interface Arranger {
  /**
   * The page in its new order.
   *
   * @param ranked best first: the whole window, not only the page asked for
   */
  List<Scored> arrange(List<Scored> ranked, ResolvedRequest request);
}
