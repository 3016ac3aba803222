package dev.kindred.rank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;
import java.util.Set;

/**
 * One opinion about items. Implementations are immutable records whose components are their JSON
 * parameters; register them in {@link Signals}, or from outside by a {@link Kind}.
 */
public interface Signal {
  /** The opinion as values of documents: opened once a segment, read in docID order. */
  SignalSource bind(ResolvedRequest request);

  /** The models whose encodings the signal reads, with the view of the user each is asked for. */
  @JsonIgnore
  default Map<String, View> models() {
    return Map.of();
  }

  /** The number fields of which the signal asks what the user usually chooses. */
  @JsonIgnore
  default Set<String> usual() {
    return Set.of();
  }

  /** The fields of items whose numbers the signal reads, those of models too. */
  @JsonIgnore
  default Set<String> fields() {
    return usual();
  }

  /**
   * A kind of signal from outside: named in {@code META-INF/services/dev.kindred.rank.Signal$Kind}
   * on the class path, profiles as JSON and YAML know it. Implementations are public, with a
   * constructor without parameters.
   */
  interface Kind {
    /** The name that profiles use; none of Kindred's own. */
    String name();

    /** The record whose components are the parameters. */
    Class<? extends Signal> type();
  }
}
