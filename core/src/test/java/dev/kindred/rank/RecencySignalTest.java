package dev.kindred.rank;

class RecencySignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new RecencySignal("published", java.time.Duration.ofDays(90));
  }
}
