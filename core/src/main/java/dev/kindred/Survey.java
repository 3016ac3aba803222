package dev.kindred;

import dev.kindred.request.Recommendations;
import java.util.List;

/**
 * A page, and what it was chosen from. Immutable.
 *
 * @param page as {@link Recommender#recommend} answers it
 * @param candidates the ids of the items that were scored, best first, before arrangers had their
 *     say: at most as many as the profile's window
 */
public record Survey(Recommendations page, List<String> candidates) {
  public Survey {
    candidates = List.copyOf(candidates);
  }
}
