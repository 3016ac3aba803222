package dev.kindred.examples.bookshop.web;

import java.util.function.LongSupplier;

/** A token bucket: so many requests a second, with a reserve for bursts. Thread-safe. */
final class Throttle {
  private final double perSecond;
  private final double burst;
  private final LongSupplier nanos;
  private double tokens;
  private long last;

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  Throttle(double perSecond, int burst, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.burst = burst;
    this.nanos = nanos;
    this.tokens = burst;
    this.last = nanos.getAsLong();
  }

  /** Whether one more request may be answered now. */
  synchronized boolean admits() {
    long now = nanos.getAsLong();
    tokens = Math.min(burst, tokens + (now - last) / 1e9 * perSecond);
    last = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
