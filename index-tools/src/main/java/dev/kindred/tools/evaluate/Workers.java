package dev.kindred.tools.evaluate;

import dev.kindred.tools.evaluate.task.Query;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers queries with several threads. Every answer has its place, so the result does not depend
 * on how many threads there are.
 */
final class Workers {
  private static final int BATCH = 32;

  private final List<Query> queries;
  private final Progress progress;
  private final List<List<String>> answers;
  private final AtomicInteger next = new AtomicInteger();
  private int done;

  Workers(List<Query> queries, Progress progress) {
    this.queries = queries;
    this.progress = progress;
    this.answers = Arrays.asList(newArray(queries.size()));
  }

  @SuppressWarnings("unchecked")
  private static List<String>[] newArray(int size) {
    return (List<String>[]) new List<?>[size];
  }

  /** Answers one query. */
  interface Step {
    List<String> answer(Query query) throws IOException;
  }

  List<List<String>> run(int threads, Step step) throws IOException {
    Callable<Void> work = () -> work(step);
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Void>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        futures.add(pool.submit(work));
      }
      for (Future<Void> future : futures) {
        future.get();
      }
      return answers;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the evaluation was interrupted", e);
    } catch (ExecutionException e) {
      throw rethrown(e.getCause());
    } finally {
      next.set(queries.size());
    }
  }

  private Void work(Step step) throws IOException {
    int from;
    while ((from = next.getAndAdd(BATCH)) < queries.size()) {
      int to = Math.min(from + BATCH, queries.size());
      for (int i = from; i < to; i++) {
        answers.set(i, step.answer(queries.get(i)));
      }
      report(to - from);
    }
    return null;
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
