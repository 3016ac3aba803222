package dev.kindred.index.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets callers that come at the same time share one commit: the first of them commits for all that
 * have come meanwhile (DeWitt et al. 1984, "group commit"). Thread-safe.
 *
 * @param <T> what is committed
 */
public final class GroupCommit<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Sink<T> sink;
  private List<Ticket<T>> waiting = new ArrayList<>();
  private boolean busy;
  private IOException broken;

  /** Makes things lasting, all together. */
  public interface Sink<T> {
    void commit(List<T> group) throws IOException;
  }

  /** Something to do while nothing is committed. */
  public interface Work<R> {
    R run() throws IOException;
  }

  private static final class Ticket<T> {
    private final T what;
    private boolean done;

    Ticket(T what) {
      this.what = what;
    }
  }

  /**
   * @param sink called by one thread at a time
   */
  public GroupCommit(Sink<T> sink) {
    this.sink = sink;
  }

  /**
   * Returns when it is committed.
   *
   * @throws IOException when it could not be, or an earlier commit failed: nothing is accepted then
   */
  public void submit(T what) throws IOException {
    Ticket<T> mine = new Ticket<>(what);
    lock.lock();
    try {
      if (broken == null) {
        waiting.add(mine);
      }
      while (!mine.done && broken == null) {
        if (busy) {
          changed.awaitUninterruptibly();
        } else {
          lead();
        }
      }
      if (!mine.done) {
        throw new IOException(
            "events are no longer accepted, because some could not be written: "
                + broken.getMessage()
                + "; mend the disk and open the store again",
            broken);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Commits for all who wait; holds the lock before and after, not while committing. */
  private void lead() {
    List<Ticket<T>> group = waiting;
    waiting = new ArrayList<>();
    busy = true;
    lock.unlock();
    IOException failure = new IOException("the thread that wrote them died");
    try {
      sink.commit(group.stream().map(ticket -> ticket.what).toList());
      failure = null;
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException(e);
    } finally {
      lock.lock();
      busy = false;
      broken = failure;
      if (failure == null) {
        group.forEach(ticket -> ticket.done = true);
      }
      changed.signalAll();
    }
  }

  /** Does the work while nobody commits; those who come wait. */
  public <R> R alone(Work<R> work) throws IOException {
    begin();
    try {
      return work.run();
    } finally {
      end();
    }
  }

  private void begin() {
    lock.lock();
    try {
      while (busy) {
        changed.awaitUninterruptibly();
      }
      busy = true;
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      busy = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
