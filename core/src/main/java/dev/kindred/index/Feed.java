package dev.kindred.index;

import dev.kindred.data.Item;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;

/** Hands items to several threads, a batch at a time. Used once. */
final class Feed {
  private static final int BATCH = 64;

  /** What is done with an item. */
  interface Sink {
    void add(Item item) throws IOException;
  }

  private final Iterator<Item> items;
  private final LongConsumer progress;
  private long done;
  private boolean failed;

  Feed(Iterator<Item> items, LongConsumer progress) {
    this.items = items;
    this.progress = progress;
  }

  /** The first failure stops all threads and is thrown. */
  void run(int threads, Sink sink) throws IOException {
    if (threads <= 1) {
      drain(sink);
      return;
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  drain(sink);
                  return null;
                }));
      }
      for (Future<?> worker : workers) {
        await(worker);
      }
    }
  }

  private void drain(Sink sink) throws IOException {
    boolean drained = false;
    try {
      int added = 0;
      for (List<Item> batch = next(0); !batch.isEmpty(); batch = next(added)) {
        for (Item item : batch) {
          sink.add(item);
        }
        added = batch.size();
      }
      drained = true;
    } finally {
      if (!drained) {
        stop();
      }
    }
  }

  private synchronized void stop() {
    failed = true;
  }

  private synchronized List<Item> next(int added) {
    done += added;
    if (added > 0) {
      progress.accept(done);
    }
    List<Item> batch = new ArrayList<>(BATCH);
    while (!failed && batch.size() < BATCH && items.hasNext()) {
      batch.add(items.next());
    }
    return batch;
  }

  private static void await(Future<?> worker) throws IOException {
    try {
      worker.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while adding items", e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException failure -> throw failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw new IOException(e.getCause());
      }
    }
  }
}
