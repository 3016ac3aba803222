package dev.kindred;

import dev.kindred.index.ItemState;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.search.ReferenceManager;

/**
 * Keeps an open index up to date with what happens to its items: by itself soon after events came,
 * then a while apart, because an update of doc values costs as much as the catalogue is large; and
 * at once for those who ask. Thread-safe.
 */
final class Upkeep implements Closeable {
  /** Between updates, in milliseconds. */
  private static final long APART = 1000;

  private final ItemState state;
  private final ReferenceManager<?> searchers;
  private final ScheduledThreadPoolExecutor worker =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("kindred-upkeep").factory());
  private Future<?> next;
  private boolean wanted;
  private boolean closed;

  Upkeep(ItemState state, ReferenceManager<?> searchers) {
    this.state = state;
    this.searchers = searchers;
    worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  ItemState state() {
    return state;
  }

  /** Something happened: an update follows. */
  synchronized void wake() {
    wanted = true;
    if (next == null && !closed) {
      next = worker.submit(this::update);
    }
  }

  /** When this returns everything that happened before is seen. */
  void now() throws IOException {
    state.catchUp();
    searchers.maybeRefreshBlocking();
  }

  private void update() {
    if (taken()) {
      try {
        now();
      } catch (IOException | IllegalStateException e) {
        // Events are safe in their log: this is tried again, and a refresh or closing would throw.
        wake();
      }
      rest();
    }
  }

  private synchronized boolean taken() {
    boolean any = wanted;
    wanted = false;
    if (!any) {
      next = null;
    }
    return any;
  }

  private synchronized void rest() {
    if (!closed) {
      next = worker.schedule(this::update, APART, TimeUnit.MILLISECONDS);
    }
  }

  /**
   * Applies what is left, unless somebody else is changing the items: then the next to open does.
   */
  @Override
  public void close() throws IOException {
    boolean worked;
    synchronized (this) {
      closed = true;
      worked = next != null || wanted || worker.getTaskCount() > 0;
    }
    worker.close();
    if (worked) {
      state.tryCatchUp();
    }
  }
}
