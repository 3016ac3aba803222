package dev.kindred.rank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.model.Encoding;
import java.io.IOException;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class DenseSourceTest {
  private static final float[] LIKED = {1, 2};
  private static final Encoding.Dense USER =
      new Encoding.Dense("vector", LIKED, Map.of("liked", LIKED));

  /** As a sum asks for them, whose other parts know more documents. */
  @Test
  void causesAreKnownAfterDocumentsWithoutVectors() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int doc = 0; doc < 6; doc++) {
        Document document = new Document();
        if (doc > 2) {
          document.add(new KnnFloatVectorField("vector", new float[] {doc, 1}));
        }
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        Causes causes = new DenseSource(USER).causes(reader.leaves().getFirst());
        for (int doc = 0; doc < 6; doc++) {
          assertThat(causes.of(doc)).isEqualTo(doc > 2 ? Map.of("liked", doc + 2.0) : Map.of());
        }
      }
    }
  }
}
