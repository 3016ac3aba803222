package dev.kindred.rank;

class SumModelSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new ModelSignal("sum", null);
  }
}
