package dev.kindred.tools.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers queries of type Q, with answers of type A, with several threads. Every answer has its
 * place, so the result does not depend on how many threads there are.
 */
final class Workers<Q, A> {
  private static final int BATCH = 32;

  private final List<Q> queries;
  private final Progress progress;
  private final List<A> answers;
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  Workers(List<Q> queries, Progress progress) {
    this.queries = queries;
    this.progress = progress;
    this.answers = new ArrayList<>(Collections.nCopies(queries.size(), null));
  }

  /** Answers one query. */
  interface Step<Q, A> {
    A answer(Q query) throws IOException;
  }

  List<A> run(int threads, Step<Q, A> step) throws IOException {
    Callable<Void> work = () -> work(step);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(pool.submit(work));
      }
      try {
        for (Future<Void> future : futures) {
          future.get();
        }
      } finally {
        stop();
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the evaluation was interrupted", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    }
  }

  /** Nobody takes another batch: the pool is closed only when all have ended. */
  private void stop() {
    next.set(queries.size());
  }

  private Void work(Step<Q, A> step) throws IOException {
    try {
      int from;
      while ((from = next.getAndAdd(BATCH)) < queries.size()) {
        int to = Math.min(from + BATCH, queries.size());
        for (int i = from; i < to; i++) {
          answers.set(i, step.answer(queries.get(i)));
        }
        report(to - from);
      }
      return null;
    } finally {
      stop();
    }
  }

  private synchronized void report(int count) {
    done += count;
    progress.at(done, queries.size());
  }

  private static IOException rethrown(Throwable cause) {
    return switch (cause) {
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case IOException e -> e;
      default -> new IOException(cause);
    };
  }
}
