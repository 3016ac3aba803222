package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.UserState;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.DoubleField;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.DoubleValues;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/** Fields that somebody else wrote, as Lucene's own field types do. */
class FieldSourceTest {
  private static final ResolvedRequest NOBODY =
      new ResolvedRequest(Request.EMPTY, UserState.UNKNOWN, Map.of(), null, null);

  @Test
  void readsLucenesDoubleFieldsWithOneValueOrSeveral() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        writer.addDocument(prices(-3.5));
        writer.addDocument(prices(8, 2.25));
        writer.addDocument(new Document());
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        DoubleValues values =
            new FieldSignal("price").bind(NOBODY).getValues(reader.leaves().getFirst(), null);
        assertThat(values.advanceExact(0)).isTrue();
        assertThat(values.doubleValue()).isEqualTo(-3.5);
        assertThat(values.advanceExact(1)).isTrue();
        assertThat(values.doubleValue()).as("the smallest of several").isEqualTo(2.25);
        assertThat(values.doubleValue()).as("asked again").isEqualTo(2.25);
        assertThat(values.advanceExact(2)).isFalse();
      }
    }
  }

  private static Document prices(double... prices) {
    Document document = new Document();
    for (double price : prices) {
      document.add(new DoubleField("price", price, Store.NO));
    }
    return document;
  }
}
