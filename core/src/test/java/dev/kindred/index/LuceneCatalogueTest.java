package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Item;
import dev.kindred.internal.live.LiveNumbers;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.NumericUtils;
import org.junit.jupiter.api.Test;

class LuceneCatalogueTest {

  @Test
  void findsItemsById() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      LuceneCatalogue catalogue = new LuceneCatalogue(reader);
      assertThat(catalogue.find("carmilla")).contains(Books.CARMILLA);
      assertThat(catalogue.find("carmilla")).as("from memory").contains(Books.CARMILLA);
      assertThat(catalogue.find("blank")).contains(Books.BLANK);
      assertThat(catalogue.find("nobody")).isEmpty();
      assertThat(catalogue.find("drac")).isEmpty();
    }
  }

  @Test
  void answersDocumentNumbers() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      LuceneCatalogue catalogue = new LuceneCatalogue(reader);
      for (Item book : Books.ALL) {
        assertThat(new ItemReader(reader).id(catalogue.doc(book.id()))).isEqualTo(book.id());
      }
      assertThat(catalogue.doc("nobody")).isEqualTo(-1);
    }
  }

  @Test
  void doesNotFindWhatWasDeletedOrReplaced() throws IOException {
    Directory directory = Books.index();
    try (ItemWriter writer = ItemWriter.open(directory, Books.SCHEMA, List.of())) {
      writer.delete("dracula");
      writer.add(new Item("odyssey", Map.of("title", "Ulysses")));
      writer.commit(Map.of());
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Catalogue catalogue = new LuceneCatalogue(reader);
      assertThat(catalogue.find("dracula")).isEmpty();
      assertThat(catalogue.find("odyssey").map(item -> item.text("title"))).contains("Ulysses");
    }
  }

  private static DirectoryReader updated(Directory directory, String field, long value)
      throws IOException {
    try (ItemWriter writer = ItemWriter.open(directory, Books.SCHEMA, List.of())) {
      writer.keep("carmilla", List.of(new NumericDocValuesField(field, value)));
      writer.commit(Map.of());
    }
    return DirectoryReader.open(directory);
  }

  @Test
  void aNewerReaderKeepsInMemoryWhatHasNotChanged() throws IOException {
    Directory directory = Books.index();
    try (DirectoryReader first = DirectoryReader.open(directory)) {
      LuceneCatalogue catalogue = new LuceneCatalogue(first);
      Item before = catalogue.find("carmilla").orElseThrow();
      DirectoryReader demand = updated(directory, "model.popularity", 7);
      // The same segments, as a refresh opens them.
      DirectoryReader refreshed = DirectoryReader.openIfChanged(first);
      LuceneCatalogue next = catalogue.next(refreshed);
      assertThat(next.find("carmilla").orElseThrow()).isSameAs(before);
      assertThat(next.doc("carmilla")).isEqualTo(catalogue.doc("carmilla"));
      long price = NumericUtils.doubleToSortableLong(2.5);
      DirectoryReader set = updated(directory, LiveNumbers.field("price"), price);
      DirectoryReader again = DirectoryReader.openIfChanged(refreshed);
      assertThat(next.next(again).find("carmilla").orElseThrow().fields())
          .containsEntry("price", 2.5);
      assertThat(next.find("carmilla").orElseThrow()).isSameAs(before);
      for (DirectoryReader open : List.of(demand, refreshed, set, again)) {
        open.close();
      }
    }
  }

  @Test
  void anEmptyIndexHasNoItems() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, Books.SCHEMA, List.of())) {
      writer.commit(Map.of());
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(new LuceneCatalogue(reader).find("dracula")).isEmpty();
    }
  }

  @Test
  void isReadByManyThreads() throws Exception {
    Directory directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, Books.SCHEMA, List.of())) {
      writer.addAll(
          IntStream.range(0, 3000).mapToObj(i -> new Item("i" + i, Map.of("price", i))).toList(),
          1,
          count -> {});
      writer.commit(Map.of());
    }
    try (DirectoryReader reader = DirectoryReader.open(directory);
        ExecutorService pool = Executors.newFixedThreadPool(4)) {
      Catalogue catalogue = new LuceneCatalogue(reader);
      List<Callable<Boolean>> readers =
          IntStream.range(0, 4)
              .<Callable<Boolean>>mapToObj(t -> () -> readsAll(catalogue))
              .toList();
      for (Future<Boolean> done : pool.invokeAll(readers)) {
        assertThat(done.get()).isTrue();
      }
    }
  }

  private static boolean readsAll(Catalogue catalogue) throws IOException {
    for (int i = 0; i < 3000; i++) {
      int price = i;
      Optional<Item> item = catalogue.find("i" + i);
      if (!item.map(found -> found.fields().get("price").equals(price)).orElse(false)) {
        return false;
      }
    }
    return true;
  }
}
