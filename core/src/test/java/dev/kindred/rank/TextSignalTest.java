package dev.kindred.rank;

class TextSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new TextSignal();
  }
}
