package dev.kindred.retrieve;

class TextRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new TextRetriever();
  }
}
