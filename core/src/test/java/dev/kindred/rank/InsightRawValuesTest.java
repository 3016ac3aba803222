package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.UserState;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.NumericUtils;
import org.junit.jupiter.api.Test;

/** Rows of raw values, over all segments. */
class InsightRawValuesTest {
  private static final int DOCUMENTS = 20;

  private static Blend blend() {
    List<Part> parts =
        List.of(
            new Part("all", new FieldSignal("all"), new Normalizer.Saturation(5), 2, 0.3),
            new Part("some", new FieldSignal("some"), null, -1, 0.7),
            new Part("text", new TextSignal(), null, 1, 0));
    ResolvedRequest request =
        new ResolvedRequest(
            Request.EMPTY.now(Instant.EPOCH), UserState.UNKNOWN, Map.of(), null, null);
    return Blend.bind(parts, new WeightedSum(2, -1, 1), request);
  }

  private static Directory index() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(
            directory, new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = new Document();
        document.add(new NumericDocValuesField("all", NumericUtils.doubleToSortableLong(i)));
        if (i % 3 == 0) {
          document.add(new NumericDocValuesField("some", NumericUtils.doubleToSortableLong(-i)));
        }
        writer.addDocument(document);
        if (i % 7 == 6) {
          writer.flush();
        }
      }
    }
    return directory;
  }

  @Test
  void areNeitherNormalisedNorFilledIn() throws IOException {
    try (Directory directory = index();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.leaves()).hasSizeGreaterThan(1);
      int[] docs = {0, 3, 4, 6, 7, 8, 13, 15, 19};
      double[][] rows = new Insight(blend(), new IndexSearcher(reader)).raw(docs);
      assertThat(rows[0]).containsExactly(0, 3, 4, 6, 7, 8, 13, 15, 19);
      double none = Double.NaN;
      assertThat(rows[1]).containsExactly(0, -3, none, -6, none, none, none, -15, none);
      assertThat(rows[2]).containsOnly(none);
    }
  }

  @Test
  void ofNoDocumentsAreEmpty() throws IOException {
    try (Directory directory = index();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      double[][] rows = new Insight(blend(), new IndexSearcher(reader)).raw(new int[0]);
      assertThat(rows).hasDimensions(3, 0);
    }
  }
}
