package dev.kindred.rank;

class FieldSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new FieldSignal("model.popularity");
  }
}
