package dev.kindred.retrieve;

import dev.kindred.model.Encoding;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;
import java.util.Objects;

/**
 * Items that a model's encoding of the user points at: nearest vectors, or documents with the
 * heaviest terms.
 *
 * @param model the model's name
 * @param view what the model encodes; {@link View#AUTO} when absent
 */
record ModelRetriever(String model, View view) implements Retriever {
  public ModelRetriever {
    Objects.requireNonNull(model, "model");
    view = view == null ? View.AUTO : view;
  }

  @Override
  public Proposal propose(ResolvedRequest request, int depth) {
    return switch (request.encoding(model, view)) {
      case Encoding.Dense dense ->
          Proposal.byScore(
              new NearestQuery(dense.field(), dense.vector(), depth, request.filter()));
      case Encoding.Sparse sparse -> SparseQueries.propose(sparse);
      case Encoding.None none -> Proposal.none(none.reason());
    };
  }

  @Override
  public Map<String, View> models() {
    return Map.of(model, view);
  }
}
