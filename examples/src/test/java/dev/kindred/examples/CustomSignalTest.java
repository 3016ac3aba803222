package dev.kindred.examples;

import dev.kindred.rank.Signal;
import dev.kindred.rank.SignalContract;

/** The contract of Kindred's own signals, kept by an application's. */
class CustomSignalTest extends SignalContract {
  @Override
  protected Signal signal() {
    return new CustomSignal("model.popularity", 1.5);
  }
}
