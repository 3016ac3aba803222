package dev.kindred.internal.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
final class RowParallelTest {

  @ParameterizedTest(name = "{0} rows by {1} on {2} threads")
  @CsvSource({"0,1,3", "1,1,1", "1,8,4", "100,7,1", "100,7,3", "100,100,2", "97,1,16"})
  void everyRowIsDoneOnce(int rows, int chunk, int threads) {
    var visits = new AtomicIntegerArray(rows);
    RowParallel.run(
        rows,
        chunk,
        threads,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            visits.incrementAndGet(i);
          }
        });
    for (int i = 0; i < rows; i++) {
      assertThat(visits.get(i)).as("row %d", i).isOne();
    }
  }

  @Test
  void rangesDoNotDependOnTheThreads() {
    var starts = new ConcurrentSkipListSet<String>();
    RowParallel.run(10, 4, 3, (from, to) -> starts.add(from + "-" + to));
    assertThat(starts).containsExactly("0-4", "4-8", "8-10");
  }

  @Test
  void largeRowNumbersDoNotOverflow() {
    var last = new AtomicInteger();
    RowParallel.run(
        Integer.MAX_VALUE, 1 << 30, 2, (from, to) -> last.accumulateAndGet(to, Math::max));
    assertThat(last).hasValue(Integer.MAX_VALUE);
  }

  @Test
  void oneTaskPerThread() {
    var tasks = new AtomicInteger();
    RowParallel.run(
        100,
        1,
        3,
        () -> {
          tasks.incrementAndGet();
          return (from, to) -> {};
        });
    assertThat(tasks).hasValueBetween(1, 3);
  }

  @Test
  void aSingleThreadIsTheCaller() {
    var thread = new AtomicReference<Thread>();
    RowParallel.run(5, 1, 1, (from, to) -> thread.set(Thread.currentThread()));
    assertThat(thread).hasValue(Thread.currentThread());
  }

  @ParameterizedTest(name = "{0} threads")
  @CsvSource({"1", "4"})
  void theFirstFailureIsThrownAndStopsTheRest(int threads) {
    var done = new AtomicInteger();
    var failure = new IllegalStateException("row 0");
    var thrown =
        catchThrowable(
            () ->
                RowParallel.run(
                    1_000_000,
                    1,
                    threads,
                    (from, to) -> {
                      done.incrementAndGet();
                      throw failure;
                    }));
    assertThat(thrown).isSameAs(failure);
    assertThat(done).hasValueLessThanOrEqualTo(threads);
  }

  @Test
  void errorsPassUnchanged() {
    assertThatThrownBy(
            () ->
                RowParallel.run(
                    4,
                    1,
                    2,
                    (from, to) -> {
                      throw new StackOverflowError("deep");
                    }))
        .isInstanceOf(StackOverflowError.class);
  }

  @Test
  void anInterruptedCallerDoesNothing() {
    var done = new AtomicInteger();
    Thread.currentThread().interrupt();
    var thrown =
        catchThrowable(() -> RowParallel.run(9, 1, 1, (from, to) -> done.incrementAndGet()));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(thrown).isInstanceOf(CancellationException.class);
    assertThat(done).hasValue(0);
  }

  @Test
  void anInterruptReachesTheHelpers() throws InterruptedException {
    var started = new CountDownLatch(3);
    var thrown = new AtomicReference<Throwable>();
    Thread caller =
        new Thread(
            () ->
                thrown.set(
                    catchThrowable(
                        () -> RowParallel.run(3, 1, 3, (from, to) -> waitForever(started)))));
    caller.start();
    started.await();
    caller.interrupt();
    caller.join();
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
  }

  private static void waitForever(CountDownLatch started) {
    started.countDown();
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest(name = "{0}, {1}, {2}")
  @CsvSource({"-1,1,1", "1,0,1", "1,1,0"})
  void impossibleLoopsAreRefused(int rows, int chunk, int threads) {
    assertThatThrownBy(() -> RowParallel.run(rows, chunk, threads, (from, to) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows %d, chunk %d and threads %d make no loop", rows, chunk, threads);
  }
}
