package dev.kindred.tools.simulate.bandit;

import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.EpsilonGreedy;
import dev.kindred.arrange.bandit.Imed;
import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.arrange.bandit.Ucb1;
import dev.kindred.internal.registry.Registry;
import java.util.Map;
import java.util.function.DoubleFunction;

/** Policies that count rewards by arm, by the names that reports use. */
public final class Policies {
  private static final double EPSILON = 0.1;

  /** The only kind that takes a number. */
  private static final String WITH_NUMBER = "epsilon";

  private static final Registry<DoubleFunction<Policy>> KINDS =
      new Registry<>(
          "policy",
          Map.of(
              "thompson",
              any -> new BetaThompson(1, 1, 1),
              "klucb",
              any -> new KlUcb(0),
              "ucb1",
              any -> new Ucb1(2),
              "imed",
              any -> new Imed(),
              WITH_NUMBER,
              EpsilonGreedy::new,
              "greedy",
              any -> new EpsilonGreedy(0),
              "uniform",
              any -> new EpsilonGreedy(1)));

  private Policies() {}

  /**
   * The policy of that name.
   *
   * @param spec such as {@code thompson}, or {@code epsilon:0.05}
   * @throws IllegalArgumentException for unknown names, naming those there are, for an ε that is
   *     not in 0..1, and for a number that means nothing
   */
  public static Policy of(String spec) {
    int colon = spec.indexOf(':');
    String kind = colon < 0 ? spec : spec.substring(0, colon);
    DoubleFunction<Policy> maker = KINDS.get(kind);
    if (colon >= 0 && !kind.equals(WITH_NUMBER)) {
      throw new IllegalArgumentException(
          "policy " + kind + " takes no number, was '" + spec + "'; " + WITH_NUMBER + " does");
    }
    return maker.apply(colon < 0 ? EPSILON : epsilon(spec.substring(colon + 1)));
  }

  private static double epsilon(String text) {
    try {
      double value = Double.parseDouble(text);
      if (value >= 0 && value <= 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("epsilon must be in 0..1, was '" + text + "'");
  }
}
