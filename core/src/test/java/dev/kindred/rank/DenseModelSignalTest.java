package dev.kindred.rank;

class DenseModelSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new ModelSignal("dense", null);
  }
}
