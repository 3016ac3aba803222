package dev.kindred.rank;

class SparseModelSignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new ModelSignal("sparse", null);
  }
}
