package dev.kindred;

import dev.kindred.retrieve.Proposal;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.FixedBitSet;

/**
 * The union of the best proposals of several retrievers. Each proposal is searched on its own, so
 * that it can skip by its own scores and none is crowded out by another's scale; the filter holds
 * for all. Rewrites to the found documents, as Lucene's KNN queries do. Immutable and thread-safe.
 */
public final class CandidatesQuery extends Query {
  private final List<Proposal> proposals;
  private final Query filter;
  private final int depth;

  /**
   * @param filter what every candidate must match; null for none
   * @param depth how many of each proposal's best become candidates
   */
  CandidatesQuery(List<Proposal> proposals, Query filter, int depth) {
    this.proposals = List.copyOf(proposals);
    this.filter = filter;
    this.depth = depth;
  }

  /** The candidates' documents in ascending order. */
  public int[] collect(IndexSearcher searcher) throws IOException {
    int maxDoc = searcher.getIndexReader().maxDoc();
    FixedBitSet found = new FixedBitSet(Math.max(1, maxDoc));
    for (Proposal proposal : proposals) {
      collect(proposal, searcher, found);
    }
    return DocsQuery.ascending(found);
  }

  private void collect(Proposal proposal, IndexSearcher searcher, FixedBitSet found)
      throws IOException {
    Query rewritten = searcher.rewrite(filtered(proposal.query()));
    int maxDoc = searcher.getIndexReader().maxDoc();
    if (rewritten instanceof MatchNoDocsQuery || maxDoc == 0) {
      return;
    }
    if (depth >= maxDoc) {
      searcher.search(rewritten, DocsQuery.collectAll(found));
      return;
    }
    var best = new TopFieldCollectorManager(proposal.sort(), depth, depth);
    for (var hit : searcher.search(rewritten, best).scoreDocs) {
      found.set(hit.doc);
    }
  }

  private Query filtered(Query query) {
    return filter == null
        ? query
        : new BooleanQuery.Builder().add(query, Occur.MUST).add(filter, Occur.FILTER).build();
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return new DocsQuery(collect(searcher), searcher.getIndexReader());
  }

  /** Whether the document is among the best that the proposal has within the filter. */
  boolean proposes(Proposal proposal, int doc, IndexSearcher searcher) throws IOException {
    FixedBitSet found = new FixedBitSet(Math.max(1, searcher.getIndexReader().maxDoc()));
    collect(proposal, searcher, found);
    return found.get(doc);
  }

  List<Proposal> proposals() {
    return proposals;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    QueryVisitor any = visitor.getSubVisitor(Occur.SHOULD, this);
    proposals.forEach(proposal -> proposal.query().visit(any));
  }

  @Override
  public String toString(String field) {
    return "best " + depth + " of " + proposals.stream().map(Proposal::query).toList();
  }

  @Override
  public boolean equals(Object other) {
    return sameClassAs(other)
        && ((CandidatesQuery) other).proposals.equals(proposals)
        && Objects.equals(((CandidatesQuery) other).filter, filter)
        && ((CandidatesQuery) other).depth == depth;
  }

  @Override
  public int hashCode() {
    return Objects.hash(classHash(), proposals, filter, depth);
  }
}
