package dev.kindred.retrieve;

import dev.kindred.request.ResolvedRequest;

/** Items that match what was typed, best BM25 first. */
record TextRetriever() implements Retriever {
  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    return request.text() == null
        ? Proposal.none("nothing was typed")
        : Proposal.byScore(request.text());
  }
}
