package dev.kindred.rank;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;

/** Every kind of normaliser, by the name profiles use. */
public final class Normalizers {
  /** Reads and writes normalisers as JSON. */
  public static final Polymorphic<Normalizer> JSON =
      new Polymorphic<>(
          "normalizer",
          Map.of(
              "identity", Normalizer.Identity.class,
              "saturation", Normalizer.Saturation.class,
              "logistic", Normalizer.Logistic.class,
              "range", Normalizer.Range.class));

  private Normalizers() {}
}
