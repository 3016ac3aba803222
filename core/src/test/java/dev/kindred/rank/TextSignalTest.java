package dev.kindred.rank;

class TextSignalTest extends SignalContract {
  @Override
  Signal signal() {
    return new TextSignal();
  }
}
