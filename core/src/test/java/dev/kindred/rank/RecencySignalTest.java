package dev.kindred.rank;

class RecencySignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new RecencySignal("published", java.time.Duration.ofDays(90));
  }
}
