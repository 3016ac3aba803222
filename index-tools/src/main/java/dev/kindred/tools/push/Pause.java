package dev.kindred.tools.push;

import java.io.IOException;
import java.io.InterruptedIOException;

/** Waiting that can be interrupted where only files and networks are expected to fail. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @throws InterruptedIOException when interrupted; the thread stays marked so
   */
  public static void millis(long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** What an interruption is to somebody who reads or writes. */
  static InterruptedIOException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    InterruptedIOException stopped = new InterruptedIOException("interrupted");
    stopped.initCause(cause);
    return stopped;
  }
}
