package dev.kindred.retrieve;

import dev.kindred.model.Encoding;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;

/**
 * Items that a model's encoding of the user points at: nearest vectors, or documents with the
 * heaviest terms.
 *
 * @param model the model's name
 * @param view what the model encodes; {@link View#AUTO} when absent
 */
record ModelRetriever(String model, View view) implements Retriever {
  public ModelRetriever {
    Objects.requireNonNull(model, "model is missing: name the one that is asked");
    view = view == null ? View.AUTO : view;
  }

  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    return propose(request.encoding(model, view), request, depth);
  }

  private static Proposal propose(Encoding encoding, ResolvedRequest request, int depth) {
    return switch (encoding) {
      case Encoding.Dense dense ->
          Proposal.byScore(
              new NearestQuery(dense.field(), dense.vector(), depth, request.filter()));
      case Encoding.Sparse sparse -> SparseQueries.propose(request.terms(sparse));
      case Encoding.Learned learned ->
          Proposal.none(learned.network() + " judges what others propose and proposes nothing");
      case Encoding.Sum sum -> either(sum, request, depth);
      case Encoding.None none -> Proposal.none(none.reason());
    };
  }

  /**
   * What any part proposes. Where vectors are searched by a graph, each found document comes before
   * those that only terms found, so a vector part may take its share of the places and no more.
   */
  private static Proposal either(Encoding.Sum sum, ResolvedRequest request, int depth) {
    int share = Math.max(1, depth / sum.parts().size());
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    sum.parts().forEach(part -> any.add(propose(part, request, share).query(), Occur.SHOULD));
    return Proposal.byScore(any.build());
  }

  @Override
  public Map<String, View> models() {
    return Map.of(model, view);
  }
}
