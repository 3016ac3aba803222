package dev.kindred.arrange;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;

/** Every kind of arranger, by the name profiles use. A new one is one file and one line here. */
public final class Arrangers {
  /** Reads and writes arrangers as JSON. */
  public static final Polymorphic<Arranger> JSON =
      new Polymorphic<>(
          "arranger",
          Map.of(
              "diversity", Diversity.class,
              "thompson", Thompson.class,
              "klucb", Klucb.class,
              "ucb1", Ucb1.class,
              "epsilon", Epsilon.class,
              "linucb", Linucb.class,
              "lints", Lints.class,
              "caps", Caps.class,
              "pins", Pins.class,
              "rules", Rules.class));

  private Arrangers() {}
}
