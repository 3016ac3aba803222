package dev.kindred.internal.math;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * A loop over rows or tiles, spread over threads.
 *
 * <p>Ranges are {@code [0, chunk)}, {@code [chunk, 2·chunk)} and so on: they depend on the sizes
 * alone. Which thread gets which is a matter of timing, so a task that writes only to its own rows
 * gives the same bits with any number of threads.
 *
 * <p>The first failure stops the handing out of ranges and is thrown to the caller, later ones
 * being suppressed in it. An interrupt of the calling thread does the same: the running ranges are
 * interrupted and waited for, the interrupt flag is set again and {@link CancellationException} is
 * thrown. In every case no work is left running on return. Safe for use by any number of threads.
 */
public final class RowParallel {

  private final int rows;
  private final int chunk;
  private final int ranges;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private RowParallel(int rows, int chunk) {
    this.rows = rows;
    this.chunk = chunk;
    this.ranges = rows / chunk + (rows % chunk == 0 ? 0 : 1);
  }

  /**
   * Runs a task that needs no state of its own.
   *
   * @param rows number of rows, at least 0
   * @param chunk rows per range, at least 1; the last range may be shorter
   * @param threads threads to use, the caller's included, at least 1
   */
  public static void run(int rows, int chunk, int threads, RangeTask task) {
    run(rows, chunk, threads, () -> task);
  }

  /**
   * Runs one task per thread, so that a task may keep scratch arrays.
   *
   * @param taskPerThread called at most once in each thread, before its first range
   */
  public static void run(int rows, int chunk, int threads, Supplier<RangeTask> taskPerThread) {
    if (rows < 0 || chunk < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "rows " + rows + ", chunk " + chunk + " and threads " + threads + " make no loop");
    }
    new RowParallel(rows, chunk).run(threads, taskPerThread);
  }

  private void run(int threads, Supplier<RangeTask> taskPerThread) {
    Thread[] helpers = new Thread[Math.max(0, Math.min(threads, ranges) - 1)];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Thread(() -> work(taskPerThread), "kindred-rows-" + (i + 1));
      helpers[i].setDaemon(true);
      helpers[i].start();
    }
    work(taskPerThread);
    boolean interrupted = false;
    for (Thread helper : helpers) {
      interrupted |= finish(helper, helpers);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    rethrow();
  }

  private void work(Supplier<RangeTask> taskPerThread) {
    try {
      RangeTask task = null;
      for (int range = take(); range < ranges; range = take()) {
        task = task == null ? taskPerThread.get() : task;
        int from = range * chunk;
        task.run(from, from + Math.min(chunk, rows - from));
      }
    } catch (RuntimeException | Error e) {
      fail(e);
    }
  }

  /** The next range, or a number beyond the last when there is nothing left to do. */
  private int take() {
    if (Thread.currentThread().isInterrupted()) {
      fail(new CancellationException("interrupted"));
    }
    return failure.get() == null ? next.getAndIncrement() : ranges;
  }

  private void fail(Throwable e) {
    Throwable first = failure.compareAndExchange(null, e);
    if (first != null && !first.equals(e)) {
      first.addSuppressed(e);
    }
  }

  /** Waits for a helper; returns whether the caller was interrupted meanwhile. */
  private boolean finish(Thread helper, Thread[] helpers) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
        cancel(helpers);
      }
    }
  }

  private void cancel(Thread[] helpers) {
    fail(new CancellationException("interrupted"));
    for (Thread helper : helpers) {
      helper.interrupt();
    }
  }

  private void rethrow() {
    switch (failure.get()) {
      case null -> {}
      case Error e -> throw e;
      case RuntimeException e -> throw e;
      case Throwable e -> throw new AssertionError(e);
    }
  }
}
