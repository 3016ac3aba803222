package dev.kindred.rank;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Every kind of signal, by the name profiles use. A new signal is one file and one line here; from
 * outside, one file and a line in {@code META-INF/services}, see {@link Signal.Kind}.
 */
public final class Signals {
  /** Reads and writes signals as JSON. */
  public static final Polymorphic<Signal> JSON =
      new Polymorphic<Signal>(
              "signal",
              Map.of(
                  "text", TextSignal.class,
                  "model", ModelSignal.class,
                  "recency", RecencySignal.class,
                  "popularity", PopularitySignal.class,
                  "usual", UsualSignal.class,
                  "field", FieldSignal.class))
          .with(
              ServiceLoader.load(Signal.Kind.class, Signals.class.getClassLoader()),
              Signal.Kind::name,
              Signal.Kind::type);

  private Signals() {}
}
