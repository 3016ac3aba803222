package dev.kindred;

import java.util.List;
import org.apache.lucene.search.Explanation;

/**
 * Why one item is, or is not, among the answers to a request. Immutable.
 *
 * @param itemId the item asked about
 * @param verdict in one word
 * @param rank from 1 among all candidates; 0 when the item is no candidate
 * @param notes each retriever's answer and whatever kept the item out, in words
 * @param explanation of the score the item has, or would have as a candidate; null when it is not
 *     in the index
 */
public record Why(
    String itemId, Verdict verdict, int rank, List<String> notes, Explanation explanation) {
  public Why {
    notes = List.copyOf(notes);
  }

  /** What became of the item. */
  public enum Verdict {
    /** It is a candidate and has a rank. */
    RANKED,
    /** No item of the index has this id. */
    UNKNOWN,
    /** The user has seen it, or it is one of the items that more is wanted of. */
    SEEN,
    /** It does not meet the request's filter. */
    FILTERED,
    /** No retriever of the profile proposed it. */
    NOT_PROPOSED
  }
}
