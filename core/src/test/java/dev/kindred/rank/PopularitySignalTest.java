package dev.kindred.rank;

class PopularitySignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new PopularitySignal("model.popularity", java.time.Duration.ofDays(10_000));
  }
}
