package dev.kindred.index.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  @Test
  void thoseWhoComeMeanwhileShareTheNextCommit() throws Exception {
    int callers = 8;
    CountDownLatch first = new CountDownLatch(1);
    AtomicInteger arrived = new AtomicInteger();
    List<Integer> sizes = new ArrayList<>();
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            group -> {
              sizes.add(group.size());
              await(first);
            });
    try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int number = i;
        all.add(
            pool.submit(
                () -> {
                  arrived.incrementAndGet();
                  commits.submit(number);
                  return null;
                }));
      }
      while (arrived.get() < callers) {
        Thread.onSpinWait();
      }
      Thread.sleep(100);
      first.countDown();
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(callers);
    assertThat(sizes).as("commits").hasSizeLessThan(callers);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whoReturnsIsCommittedAndNobodyCommitsAtTheSameTime() throws Exception {
    Set<Integer> committed = Collections.synchronizedSet(new HashSet<>());
    AtomicInteger busy = new AtomicInteger();
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            group -> {
              assertThat(busy.incrementAndGet()).isOne();
              committed.addAll(group);
              busy.decrementAndGet();
            });
    try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        int from = thread * 1000;
        all.add(
            pool.submit(
                () -> {
                  for (int i = from; i < from + 500; i++) {
                    commits.submit(i);
                    assertThat(committed.contains(i)).isTrue();
                  }
                  commits.alone(
                      () -> {
                        assertThat(busy.incrementAndGet()).isOne();
                        return busy.decrementAndGet();
                      });
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
    assertThat(committed).hasSize(4000);
  }

  @Test
  void afterAFailureNothingIsAccepted() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            group -> {
              if (calls.incrementAndGet() == 2) {
                throw new IOException("the disk is full");
              }
            });
    commits.submit(1);
    for (int i = 0; i < 2; i++) {
      assertThatIOException()
          .isThrownBy(() -> commits.submit(2))
          .withMessageContaining("the disk is full")
          .withMessageContaining("open the store again");
    }
    assertThat(calls).as("commits tried").hasValue(2);
  }

  @Test
  void aBugIsAFailureToo() {
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            group -> {
              throw new IllegalStateException("a bug");
            });
    assertThatIOException().isThrownBy(() -> commits.submit(1)).withMessageContaining("a bug");
  }

  @Test
  void anInterruptedCallerStillKnows() throws IOException {
    List<Integer> committed = new ArrayList<>();
    GroupCommit<Integer> commits = new GroupCommit<>(committed::addAll);
    Thread.currentThread().interrupt();
    commits.submit(1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(committed).containsExactly(1);
  }
}
