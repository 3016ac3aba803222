package dev.kindred.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class FrequencyFieldTest {
  private static final int LARGE = (1 << 30) + 1;

  @Test
  void lucenesIndexHasTheFrequenciesGiven() throws Exception {
    try (Directory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        Document document = new Document();
        document.add(FrequencyField.of("bare", Map.of("+a", LARGE, "-b", 1), false));
        document.add(FrequencyField.of("normed", Map.of("a", 3), true));
        writer.addDocument(document);
        writer.addDocuments(List.of(document));
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader leaf = reader.leaves().get(0).reader();
        for (int doc = 0; doc < 2; doc++) {
          assertThat(frequency(leaf, "bare", "+a", doc)).isEqualTo(LARGE);
          assertThat(frequency(leaf, "bare", "-b", doc)).isEqualTo(1);
          assertThat(frequency(leaf, "normed", "a", doc)).isEqualTo(3);
        }
        assertThat(leaf.getNormValues("bare")).isNull();
        assertThat(leaf.getNormValues("normed").advanceExact(0)).isTrue();
      }
    }
  }

  private static int frequency(LeafReader leaf, String field, String term, int doc)
      throws Exception {
    PostingsEnum postings = leaf.postings(new Term(field, term), PostingsEnum.FREQS);
    assertThat(postings.advance(doc)).isEqualTo(doc);
    return postings.freq();
  }
}
