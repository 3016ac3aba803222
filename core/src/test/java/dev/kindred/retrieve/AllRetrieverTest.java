package dev.kindred.retrieve;

class AllRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new AllRetriever();
  }
}
