package dev.kindred.retrieve;

class SumModelRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new ModelRetriever("sum", dev.kindred.request.View.AUTO);
  }
}
