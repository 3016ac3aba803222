package dev.kindred.rank;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;

/** Every kind of signal, by the name profiles use. A new signal is one file and one line here. */
public final class Signals {
  /** Reads and writes signals as JSON. */
  public static final Polymorphic<Signal> JSON =
      new Polymorphic<>(
          "signal",
          Map.of(
              "text", TextSignal.class,
              "model", ModelSignal.class,
              "recency", RecencySignal.class,
              "popularity", PopularitySignal.class,
              "usual", UsualSignal.class,
              "field", FieldSignal.class));

  private Signals() {}
}
