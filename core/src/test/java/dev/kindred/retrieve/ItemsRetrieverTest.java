package dev.kindred.retrieve;

import java.util.List;

class ItemsRetrieverTest extends RetrieverContract {
  @Override
  Retriever retriever() {
    return new ItemsRetriever(
        java.util.stream.IntStream.range(0, 60).mapToObj(i -> "item" + 3 * i).toList());
  }

  @org.junit.jupiter.api.Test
  void proposesNoOther() throws java.io.IOException {
    org.assertj.core.api.Assertions.assertThat(best(40, 100))
        .hasSize(60)
        .allMatch(id -> Integer.parseInt(id.substring(4)) % 3 == 0);
    org.assertj.core.api.Assertions.assertThat(List.copyOf(best(40, 5))).hasSize(5);
  }
}
