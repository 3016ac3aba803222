package dev.kindred.retrieve;

import dev.kindred.request.ResolvedRequest;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Named items, whoever asks: what is to be pinned or promoted. The request's filter holds for them
 * too.
 *
 * @param ids the items' ids
 */
record ItemsRetriever(List<String> ids) implements Retriever {
  public ItemsRetriever {
    ids = List.copyOf(Objects.requireNonNull(ids, "ids are missing: list those of items"));
  }

  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    return Proposal.byScore(new TermInSetQuery("_id", ids.stream().map(BytesRef::new).toList()));
  }
}
