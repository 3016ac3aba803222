package dev.kindred.tools.build;

/** Tells the listener of every so many steps of a phase. For one thread. */
final class Ticker {
  private static final int EVERY = 4096;

  private final BuildListener listener;
  private final String phase;
  private final long total;
  private long done;

  Ticker(BuildListener listener, String phase, long total) {
    this.listener = listener;
    this.phase = phase;
    this.total = total;
  }

  void tick() {
    if (++done % EVERY == 0) {
      listener.progress(phase, done, total);
    }
  }
}
