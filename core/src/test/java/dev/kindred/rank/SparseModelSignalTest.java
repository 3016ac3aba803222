package dev.kindred.rank;

class SparseModelSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new ModelSignal("sparse", null);
  }
}
