package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
  private final AtomicLong nanos = new AtomicLong(5);

  private int admitted(Throttle throttle, int requests) {
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += throttle.admits() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void aBurstPassesAndThenTheRateHolds() {
    Throttle throttle = new Throttle(10, 20, nanos::get);
    assertThat(admitted(throttle, 100)).isEqualTo(20);
    nanos.addAndGet(500_000_000);
    assertThat(admitted(throttle, 100)).isEqualTo(5);
  }

  @Test
  void aPauseFillsTheReserveAndNoMore() {
    Throttle throttle = new Throttle(10, 20, nanos::get);
    admitted(throttle, 20);
    nanos.addAndGet(3_600_000_000_000L);
    assertThat(admitted(throttle, 100)).isEqualTo(20);
  }
}
