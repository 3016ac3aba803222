package dev.kindred.rank;

class FieldSignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new FieldSignal("model.popularity");
  }
}
