package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.data.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemWriterTest {
  private static final TagModel ALS = new TagModel("als", "v1");

  @TempDir Path path;
  private Directory directory;

  @BeforeEach
  void open() throws IOException {
    directory = FSDirectory.open(path);
  }

  @AfterEach
  void close() throws IOException {
    directory.close();
  }

  private ItemWriter create() throws IOException {
    return ItemWriter.create(directory, Books.SCHEMA, List.of(ALS));
  }

  private Map<String, String> committed() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.getIndexCommit().getUserData();
    }
  }

  private int count() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.numDocs();
    }
  }

  @Test
  void nothingLastsWithoutACommit() throws IOException {
    try (ItemWriter writer = create()) {
      writer.add(Books.DRACULA);
    }
    Assertions.assertThatExceptionOfType(IndexNotFoundException.class).isThrownBy(this::count);
  }

  @Test
  void replacesTheItemOfTheSameId() throws IOException {
    try (ItemWriter writer = create()) {
      writer.add(Books.DRACULA);
      writer.add(new Item("dracula", Map.of("title", "Nosferatu")));
      writer.commit(Map.of());
    }
    assertThat(count()).isEqualTo(1);
    assertThat(Books.find(directory, Books.SCHEMA.textQuery("nosferatu"))).hasSize(1);
    assertThat(Books.find(directory, Books.SCHEMA.textQuery("dracula"))).isEmpty();
  }

  @Test
  void continuesAnIndex() throws IOException {
    try (ItemWriter writer = create()) {
      writer.addAll(Books.ALL, 1, count -> {});
      writer.commit(Map.of(Versions.PROFILES, "p1"));
    }
    try (ItemWriter writer = ItemWriter.open(directory, Books.SCHEMA, List.of(ALS))) {
      writer.delete("dracula");
      writer.delete("nobody");
      writer.add(new Item("emma", Map.of("title", "Emma")));
      writer.commit(Map.of());
    }
    assertThat(Books.find(directory, MatchAllDocsQuery.INSTANCE))
        .containsExactly("blank", "carmilla", "emma", "odyssey");
    assertThat(committed())
        .as("what the first commit said still holds")
        .containsEntry(Versions.PROFILES, "p1")
        .containsEntry("model.als", "v1");
  }

  @Test
  void startingAgainReplacesTheIndex() throws IOException {
    for (String id : List.of("first", "second")) {
      try (ItemWriter writer = create()) {
        writer.add(new Item(id, Map.of()));
        writer.commit(Map.of());
      }
    }
    assertThat(Books.find(directory, MatchAllDocsQuery.INSTANCE)).containsExactly("second");
  }

  @Test
  void commitsSayWhatWroteThem() throws IOException {
    try (ItemWriter writer = create()) {
      writer.commit(Map.of("answer", "42"));
    }
    assertThat(committed())
        .containsOnly(
            Map.entry("schema", Books.SCHEMA.digest()),
            Map.entry("model.als", "v1"),
            Map.entry("answer", "42"));
  }

  @Test
  void refusesToContinueWithOtherModels() throws IOException {
    try (ItemWriter writer = create()) {
      writer.commit(Map.of());
    }
    assertThatIllegalStateException()
        .isThrownBy(
            () -> ItemWriter.open(directory, Books.SCHEMA, List.of(new TagModel("als", "v2"))))
        .withMessageContaining("model als is v2, but the items were written with v1");
  }

  @Test
  void modelsWriteIntoItemsTheyKnow() throws IOException {
    try (ItemWriter writer = create()) {
      writer.add(Books.DRACULA);
      writer.add(new Item(TagModel.UNSEEN, Map.of()));
      writer.commit(Map.of());
    }
    assertThat(Books.find(directory, new TermQuery(new Term(ALS.field(), "v1"))))
        .containsExactly("dracula");
  }

  @Test
  void aBadItemLeavesTheIndexAsItWas() throws IOException {
    try (ItemWriter writer = create()) {
      writer.add(Books.DRACULA);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.add(new Item("dracula", Map.of("price", "dear"))))
          .withMessageContaining("item 'dracula'");
      writer.add(Books.CARMILLA);
      writer.commit(Map.of());
    }
    assertThat(Books.find(directory, Books.SCHEMA.textQuery("castle"))).hasSize(1);
    assertThat(count()).isEqualTo(2);
  }

  @Test
  void addsWithSeveralThreads() throws IOException {
    List<Item> items =
        IntStream.range(0, 5000).mapToObj(i -> new Item("i" + i, Map.of("price", i))).toList();
    List<Long> heard = new ArrayList<>();
    try (ItemWriter writer = create()) {
      writer.addAll(items, 4, heard::add);
      writer.commit(Map.of());
    }
    assertThat(count()).isEqualTo(5000);
    assertThat(heard).isSorted().endsWith(5000L);
    assertThat(Books.find(directory, new FieldQueries(Books.SCHEMA).atLeast("price", "4990")))
        .hasSize(10);
  }

  @Test
  void oneFailureStopsAllThreads() throws IOException {
    List<Item> items = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      items.add(new Item("i" + i, Map.of("price", i == 1000 ? "dear" : "1")));
    }
    List<Long> heard = new ArrayList<>();
    try (ItemWriter writer = create()) {
      for (int threads : new int[] {1, 3}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> writer.addAll(items, threads, heard::add))
            .withMessageContaining("item 'i1000'");
      }
    }
    assertThat(heard).isNotEmpty().allMatch(count -> count < 50_000);
  }
}
