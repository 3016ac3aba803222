package dev.kindred.rank;

import dev.kindred.model.Encoding;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.Map;
import java.util.Objects;

/**
 * What a model thinks of the item for this user: its encoding answered by the fields it wrote.
 *
 * @param model the model's name
 * @param view what the model encodes; {@link View#AUTO} when absent
 */
record ModelSignal(String model, View view) implements Signal {
  public ModelSignal {
    Objects.requireNonNull(model, "model");
    view = view == null ? View.AUTO : view;
  }

  @Override
  public SignalSource bind(ResolvedRequest request) {
    return source(request.encoding(model, view), request);
  }

  private static SignalSource source(Encoding encoding, ResolvedRequest request) {
    return switch (encoding) {
      case Encoding.Dense dense -> new DenseSource(dense);
      case Encoding.Sparse sparse -> new SparseSource(sparse, request.terms(sparse));
      case Encoding.Learned learned ->
          new LearnedSource(learned, request.network(learned.network()));
      case Encoding.Sum sum ->
          new SumSource(sum.parts().stream().map(part -> source(part, request)).toList());
      case Encoding.None none -> new NoSource(none.reason());
    };
  }

  @Override
  public Map<String, View> models() {
    return Map.of(model, view);
  }
}
