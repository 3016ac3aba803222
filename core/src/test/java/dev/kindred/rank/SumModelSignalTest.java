package dev.kindred.rank;

class SumModelSignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new ModelSignal("sum", null);
  }
}
