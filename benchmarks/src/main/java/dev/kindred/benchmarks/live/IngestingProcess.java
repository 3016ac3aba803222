package dev.kindred.benchmarks.live;

import dev.kindred.index.LuceneUserStore;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ingests at full rate until it is killed, and prints what is acknowledged. */
final class IngestingProcess {
  static final int BATCH = 20;
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private IngestingProcess() {}

  /**
   * @param args the store's folder, then for each worker the number of its next event
   */
  public static void main(String[] args) throws IOException {
    LuceneUserStore store = LuceneUserStore.open(Path.of(args[0]));
    List<Thread> workers = new ArrayList<>();
    for (int worker = 0; worker + 1 < args.length; worker++) {
      Clicks clicks = new Clicks(worker);
      long next = Long.parseLong(args[worker + 1]);
      workers.add(Thread.ofPlatform().start(() -> ingest(store, clicks, next)));
    }
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void ingest(LuceneUserStore store, Clicks clicks, long first) {
    try {
      for (long next = first; ; next += BATCH) {
        store.receive(clicks.batch(next, BATCH));
        OUT.print(clicks.worker() + " " + (next + BATCH - 1) + "\n");
        OUT.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
