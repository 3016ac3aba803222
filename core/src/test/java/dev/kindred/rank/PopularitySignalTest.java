package dev.kindred.rank;

class PopularitySignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new PopularitySignal("model.popularity", java.time.Duration.ofDays(10_000));
  }
}
