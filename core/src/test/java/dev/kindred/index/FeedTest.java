package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedTest {
  private static Iterator<Item> items(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Item("i" + i, Map.of())).iterator();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4})
  void handsOutEveryItemOnce(int threads) throws IOException {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    List<Long> heard = new ArrayList<>();
    new Feed(items(200), heard::add).run(threads, item -> seen.add(item.id()));
    assertThat(seen).hasSize(200).doesNotHaveDuplicates();
    assertThat(heard).isSorted().endsWith(200L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void anEmptyCatalogueIsNothingToDo(int threads) throws IOException {
    List<Long> heard = new ArrayList<>();
    new Feed(items(0), heard::add).run(threads, item -> {});
    assertThat(heard).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void failuresKeepTheirKind(int threads) {
    assertThatIOException()
        .isThrownBy(() -> new Feed(items(9), count -> {}).run(threads, FeedTest::diskIsFull))
        .withMessage("disk full");
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() -> new Feed(items(9), count -> {}).run(threads, FeedTest::overflow));
  }

  private static void diskIsFull(Item item) throws IOException {
    throw new IOException("disk full");
  }

  private static void overflow(Item item) {
    throw new StackOverflowError(item.id());
  }
}
