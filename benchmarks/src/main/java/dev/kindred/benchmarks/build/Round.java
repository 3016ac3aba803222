package dev.kindred.benchmarks.build;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.Schema;
import dev.kindred.model.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * The same items into two new indexes, one after the other, from the first document to the closed
 * writer.
 */
final class Round {
  private static final double BUFFER_MB = 128;

  private final Schema schema;
  private final List<Model> models;
  private final List<Item> items;
  private Times ours;
  private Times bare;

  /** What one index took. */
  record Times(double cpu, double wall) {}

  Round(Schema schema, List<Model> models, List<Item> items) {
    this.schema = schema;
    this.models = models;
    this.items = items;
  }

  /** Measures both, the bare writer first when asked to; then compares the indexes. */
  Round run(boolean bareFirst) throws Exception {
    Path folder = Files.createTempDirectory("kindred-bench-build");
    try (Directory one = FSDirectory.open(folder.resolve("ours"));
        Directory two = FSDirectory.open(folder.resolve("bare"))) {
      if (bareFirst) {
        bare = writeBare(two);
      }
      ours = time(() -> writeOurs(one));
      if (!bareFirst) {
        bare = writeBare(two);
      }
      IndexFacts.of(one).requireEqual(IndexFacts.of(two));
      return this;
    } finally {
      IOUtils.rm(folder);
    }
  }

  private void writeOurs(Directory directory) throws IOException {
    try (ItemWriter writer = ItemWriter.create(directory, schema, models)) {
      for (Item item : items) {
        writer.add(item);
      }
      writer.commit(Map.of());
    }
  }

  private Times writeBare(Directory directory) throws Exception {
    PlainDocuments plain = new PlainDocuments(schema, models);
    List<Document> documents = new ArrayList<>(items.size());
    for (Item item : items) {
      documents.add(plain.of(item));
    }
    return time(() -> write(documents, directory));
  }

  private static void write(List<Document> documents, Directory directory) throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(new EnglishAnalyzer()).setRAMBufferSizeMB(BUFFER_MB);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Document document : documents) {
        writer.addDocument(document);
      }
      writer.commit();
    }
  }

  private static Times time(Clock.Work work) throws Exception {
    System.gc();
    long start = System.nanoTime();
    double cpu = Clock.PROCESS.seconds(work);
    return new Times(cpu, (System.nanoTime() - start) / 1e9);
  }

  Times ours() {
    return ours;
  }

  Times bare() {
    return bare;
  }
}
