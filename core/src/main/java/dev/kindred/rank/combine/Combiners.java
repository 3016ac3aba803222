package dev.kindred.rank.combine;

import dev.kindred.internal.registry.Polymorphic;
import dev.kindred.rank.Combiner;
import java.util.Map;

/**
 * Every kind of learned combiner, by the name profiles use. A profile that names none adds up
 * weighted signals.
 */
public final class Combiners {
  /** Reads and writes combiners as JSON. */
  public static final Polymorphic<Combiner> JSON =
      new Polymorphic<>(
          "combiner",
          Map.of(
              "fm", FmCombiner.class,
              "linear", LinearCombiner.class,
              "trees", TreesCombiner.class));

  private Combiners() {}
}
