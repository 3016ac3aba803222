package dev.kindred.benchmarks.live;

import dev.kindred.benchmarks.report.Sample;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.index.LuceneUserStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/**
 * How many events a second are on the disk.
 *
 * @param callers threads that wait for their events
 * @param batch how many events each hands over at a time
 */
record Throughput(int callers, int batch) {
  private static final long NANOS = 1_000_000_000;

  /**
   * What was measured.
   *
   * @param rate events a second
   * @param waits milliseconds a caller waited for its batch
   */
  record Measured(double rate, Sample waits) {}

  /** Through the user store. */
  Measured store(Path folder, double seconds) throws IOException, InterruptedException {
    try (LuceneUserStore store = LuceneUserStore.open(folder);
        ExecutorService pool = Executors.newFixedThreadPool(callers)) {
      store.receive(new Clicks(callers).batch(0, 1));
      long start = System.nanoTime();
      long end = start + (long) (seconds * NANOS);
      List<Future<Sample>> running = new ArrayList<>();
      for (int caller = 0; caller < callers; caller++) {
        Clicks clicks = new Clicks(caller);
        running.add(pool.submit(() -> send(store, clicks, end)));
      }
      Sample waits = new Sample();
      int batches = 0;
      for (Future<Sample> one : running) {
        Sample own = one.get();
        batches += own.size();
        for (int i = 0; i < own.size(); i++) {
          waits.add(own.get(i));
        }
      }
      return new Measured((double) batches * batch * NANOS / (System.nanoTime() - start), waits);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    }
  }

  private Sample send(LuceneUserStore store, Clicks clicks, long end) throws IOException {
    Sample waits = new Sample();
    for (long next = 0; System.nanoTime() < end; next += batch) {
      List<Arrival> events = clicks.batch(next, batch);
      long before = System.nanoTime();
      store.receive(events);
      waits.add((System.nanoTime() - before) / 1e6);
    }
    return waits;
  }

  /** A document an event and a commit for as many as all callers hand over together. */
  Measured lucene(Path folder, double seconds) throws IOException {
    Sample waits = new Sample();
    int group = callers * batch;
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      long start = System.nanoTime();
      long end = start + (long) (seconds * NANOS);
      Clicks clicks = new Clicks(0);
      for (long next = 0; System.nanoTime() < end; next += group) {
        long before = System.nanoTime();
        for (Arrival arrival : clicks.batch(next, group)) {
          Document document = new Document();
          document.add(new StringField("user", arrival.event().userId(), Store.YES));
          document.add(new StringField("item", arrival.event().itemId(), Store.YES));
          document.add(new LongField("time", arrival.event().time().toEpochMilli(), Store.YES));
          writer.addDocument(document);
        }
        writer.commit();
        waits.add((System.nanoTime() - before) / 1e6);
      }
      return new Measured(
          (double) waits.size() * group * NANOS / (System.nanoTime() - start), waits);
    }
  }
}
