package dev.kindred.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.NumericUtils;
import org.junit.jupiter.api.Test;

class ItemReaderTest {

  @Test
  void givesBackWhatWasWritten() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      assertThat(reader.leaves()).hasSize(2);
      ItemReader items = new ItemReader(reader);
      Item dracula = items.item(0);
      assertThat(dracula.id()).isEqualTo("dracula");
      assertThat(dracula.fields().keySet())
          .containsExactlyElementsOf(Books.DRACULA.fields().keySet());
      assertThat(dracula.values("tags")).containsExactly("gothic", "vampire fiction");
      assertThat(dracula.fields().get("price")).isEqualTo(9.5);
      assertThat(dracula.fields().get("published")).isEqualTo(1897);
      assertThat((float[]) dracula.fields().get("cover")).containsExactly(0.6f, 0.8f);
      assertThat(items.item(1)).isEqualTo(Books.CARMILLA);
      assertThat(items.item(3)).isEqualTo(Books.BLANK);
    }
  }

  @Test
  void passesOverWhatIsDeleted() throws IOException {
    Directory directory = Books.index();
    // A merge would leave nothing to pass over.
    var config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      writer.deleteDocuments(new Term(Schema.ID, "dracula"));
    }
    List<String> ids = new ArrayList<>();
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      new ItemReader(reader).forEach(item -> ids.add(item.id()));
    }
    assertThat(ids).containsExactly("carmilla", "odyssey", "blank");
  }

  @Test
  void displaysWithoutVectors() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      assertThat(new ItemReader(reader).fields(0))
          .doesNotContainKey("cover")
          .containsEntry("title", "Dracula");
    }
  }

  @Test
  void readsIdsInAnyOrder() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      ItemReader items = new ItemReader(reader);
      List<String> ids = new ArrayList<>();
      for (int doc : new int[] {3, 0, 2, 1, 1, 0, 3}) {
        ids.add(items.id(doc));
      }
      assertThat(ids)
          .containsExactly(
              "blank", "dracula", "odyssey", "carmilla", "carmilla", "dracula", "blank");
    }
  }

  @Test
  void keepsFieldsTheSchemaDoesNotKnow() throws IOException {
    Map<String, Object> odd =
        Books.Fields.of("zeta", "last comes first")
            .and("count", 1L << 40)
            .and("flag", true)
            .and("ratio", 0.1f)
            .and("alpha", List.of("a", "b"))
            .and("row", new float[] {1, 0.5f})
            .and("quoted", "\"\\\n\u0000é😀")
            .map();
    try (Directory directory = new ByteBuffersDirectory()) {
      try (ItemWriter writer = ItemWriter.create(directory, Books.SCHEMA, List.of())) {
        writer.add(new Item("odd", odd));
        writer.commit(Map.of());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        Map<String, Object> fields = new ItemReader(reader).fields(0);
        assertThat(fields.keySet()).containsExactlyElementsOf(odd.keySet());
        assertThat(fields)
            .containsEntry("count", 1L << 40)
            .containsEntry("flag", true)
            .containsEntry("ratio", 0.1)
            .containsEntry("row", List.of(1.0, 0.5))
            .containsEntry("quoted", odd.get("quoted"));
      }
    }
  }

  @Test
  void storesNumbersAsSignalsReadThem() throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(Books.index())) {
      NumericDocValues price = MultiDocValues.getNumericValues(reader, "price");
      assertThat(price.advanceExact(0)).isTrue();
      assertThat(NumericUtils.sortableLongToDouble(price.longValue())).isEqualTo(9.5);
      NumericDocValues time = MultiDocValues.getNumericValues(reader, "published");
      assertThat(time.advanceExact(2)).isTrue();
      assertThat(time.longValue()).isEqualTo(Moment.of(-800).first());
      assertThat(time.advanceExact(3)).isFalse();
      NumericDocValues tie = MultiDocValues.getNumericValues(reader, Schema.TIE);
      assertThat(tie.advanceExact(0)).isTrue();
      assertThat(tie.longValue()).isEqualTo(Schema.tie("dracula"));
    }
  }

  @Test
  void saysThatADocumentIsNoItem() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(List.of());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        ItemReader items = new ItemReader(reader);
        assertThatIllegalStateException()
            .isThrownBy(() -> items.id(0))
            .withMessageContaining("document 0 is not an item");
        assertThatIllegalStateException().isThrownBy(() -> items.item(0));
      }
    }
  }
}
