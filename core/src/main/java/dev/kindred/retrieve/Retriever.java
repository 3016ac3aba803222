package dev.kindred.retrieve;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;
import java.util.Set;

/**
 * Proposes candidates. Implementations are immutable records whose components are their JSON
 * parameters; register them in {@link Retrievers}, or from outside by a {@link Kind}.
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

  /** The fields of items whose numbers the retriever reads, those of models too. */
  @JsonIgnore
  default Set<String> fields() {
    return Set.of();
  }

  /**
   * A kind of retriever from outside: named in {@code
   * META-INF/services/dev.kindred.retrieve.Retriever$Kind} on the class path, profiles as JSON and
   * YAML know it. Implementations are public, with a constructor without parameters.
   */
  interface Kind {
    /** The name that profiles use; none of Kindred's own. */
    String name();

    /** The record whose components are the parameters. */
    Class<? extends Retriever> type();
  }
}
