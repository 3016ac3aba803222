package dev.kindred.rank;

import dev.kindred.request.ResolvedRequest;

/** How well the item matches what was typed: the BM25 score of the request's text query. */
record TextSignal() implements Signal {
  @Override
  public SignalSource bind(ResolvedRequest request) {
    return request.text() == null
        ? new NoSource("nothing was typed")
        : new QuerySource(request.text());
  }
}
