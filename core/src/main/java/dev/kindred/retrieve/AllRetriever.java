package dev.kindred.retrieve;

import dev.kindred.request.ResolvedRequest;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;

/**
 * Every item: exact ranking, for evaluation and small catalogues. The profile's window should be at
 * least as large as the catalogue.
 */
record AllRetriever() implements Retriever {
  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    return new Proposal(MatchAllDocsQuery.INSTANCE, new Sort(Proposal.TIE));
  }
}
