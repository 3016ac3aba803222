package dev.kindred.retrieve;

class DenseModelRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new ModelRetriever("dense", null);
  }
}
