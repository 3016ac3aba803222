package dev.kindred.rank;

class DenseModelSignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new ModelSignal("dense", null);
  }
}
