package dev.kindred.retrieve;

import java.util.Objects;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;

/**
 * Candidates in an order of their own.
 *
 * @param query what matches
 * @param sort which of them come first; ends with {@link #TIE}, so that the best few are the same
 *     however the index is cut into segments
 */
public record Proposal(Query query, Sort sort) {
  /** Orders items that are equal otherwise, the same way in every index. */
  public static final SortField TIE = new SortField("_tie", SortField.Type.LONG);

  public Proposal {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(sort, "sort");
  }

  /** The query's best scores first. */
  public static Proposal byScore(Query query) {
    return new Proposal(query, new Sort(SortField.FIELD_SCORE, TIE));
  }

  /** Nothing, and why. */
  public static Proposal none(String reason) {
    return byScore(new MatchNoDocsQuery(reason));
  }
}
