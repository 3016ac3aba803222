package dev.kindred.arrange;

import dev.kindred.internal.registry.Polymorphic;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Every kind of arranger, by the name profiles use. A new one is one file and one line here; from
 * outside, one file and a line in {@code META-INF/services}, see {@link Arranger.Kind}.
 */
public final class Arrangers {
  /** Reads and writes arrangers as JSON. */
  public static final Polymorphic<Arranger> JSON =
      new Polymorphic<Arranger>(
              "arranger",
              Map.ofEntries(
                  Map.entry("diversity", Diversity.class),
                  Map.entry("dpp", Dpp.class),
                  Map.entry("calibrated", Calibrated.class),
                  Map.entry("longtail", LongTail.class),
                  Map.entry("thompson", Thompson.class),
                  Map.entry("klucb", Klucb.class),
                  Map.entry("ucb1", Ucb1.class),
                  Map.entry("epsilon", Epsilon.class),
                  Map.entry("linucb", Linucb.class),
                  Map.entry("lints", Lints.class),
                  Map.entry("newcomers", Newcomers.class),
                  Map.entry("caps", Caps.class),
                  Map.entry("pins", Pins.class),
                  Map.entry("rules", Rules.class)))
          .with(
              ServiceLoader.load(Arranger.Kind.class, Arrangers.class.getClassLoader()),
              Arranger.Kind::name,
              Arranger.Kind::type);

  private Arrangers() {}
}
