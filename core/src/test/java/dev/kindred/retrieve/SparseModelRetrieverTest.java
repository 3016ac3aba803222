package dev.kindred.retrieve;

class SparseModelRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new ModelRetriever("sparse", dev.kindred.request.View.AUTO);
  }
}
