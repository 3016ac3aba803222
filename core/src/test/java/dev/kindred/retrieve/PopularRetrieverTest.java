package dev.kindred.retrieve;

class PopularRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new PopularRetriever("model.popularity");
  }
}
