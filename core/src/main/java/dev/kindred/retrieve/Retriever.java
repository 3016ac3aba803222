package dev.kindred.retrieve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;

/**
 * Proposes candidates. Implementations are immutable records whose components are their JSON
 * parameters; register them in {@link Retrievers}.
 */
public interface Retriever {
  /**
   * What should be looked at for this request. The request's filter is applied by the plan; a
   * retriever may use it to search better.
   *
   * @param depth how many of the best proposals will be looked at
   */
  Proposal propose(ResolvedRequest request, int depth);

  /** The models whose encodings the retriever reads, with the view each is asked for. */
  @JsonIgnore
  default Map<String, View> models() {
    return Map.of();
  }
}
