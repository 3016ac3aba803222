package dev.kindred.tools.evaluate.policy;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.arrange.bandit.KlUcb;
import dev.kindred.arrange.bandit.Lottery;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.arrange.bandit.Ucb1;
import dev.kindred.internal.registry.Registry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A policy to be evaluated: the chance of every arm at every place. Immutable; callers leave the
 * arrays alone.
 *
 * @param name as given
 * @param chances by place and arm; each place's sum to 1, or to 0 where a ranking has no arm left
 *     for the place
 */
public record Target(String name, double[][] chances) {
  private static final int DRAWS = 100_000;

  private interface Maker {
    double[][] make(Arms learned, int places, double parameter, long seed);
  }

  private static final Registry<Maker> KINDS =
      new Registry<>(
          "policy",
          Map.of(
              "uniform",
              (arms, places, parameter, seed) -> uniform(arms.size(), places),
              "greedy",
              (arms, places, parameter, seed) -> epsilon(arms, places, 0),
              "epsilon",
              (arms, places, parameter, seed) -> epsilon(arms, places, parameter),
              "thompson",
              (arms, places, parameter, seed) -> thompson(arms, places, seed, DRAWS),
              "klucb",
              (arms, places, parameter, seed) -> certain(new KlUcb(0), arms, places),
              "ucb1",
              (arms, places, parameter, seed) -> certain(new Ucb1(2), arms, places)));

  /**
   * The policy of that name after learning from a log.
   *
   * @param spec such as {@code thompson}, or {@code epsilon:0.1}
   * @param learned its arms are those of the log to be evaluated on
   * @param places of a page
   * @throws IllegalArgumentException for unknown names, naming those there are
   */
  public static Target learn(String spec, BanditLog learned, int places, long seed) {
    PolicySpec written = PolicySpec.of(spec);
    Maker maker = KINDS.get(written.kind());
    written.requireMeaning();
    double epsilon = written.epsilon(PolicySpec.EPSILON);
    Arms arms = new Arms(learned.arms().size());
    for (int i = 0; i < learned.rounds(); i++) {
      arms.add(learned.shown()[i], learned.rewards()[i]);
    }
    return new Target(spec, maker.make(arms, places, epsilon, seed));
  }

  /** The names of all kinds. */
  public static List<String> kinds() {
    return List.copyOf(KINDS.names());
  }

  private static double[][] uniform(int arms, int places) {
    double[][] chances = new double[places][arms];
    for (double[] place : chances) {
      Arrays.fill(place, 1.0 / arms);
    }
    return chances;
  }

  private static double[][] epsilon(Arms arms, int places, double epsilon) {
    double[] values = new double[arms.size()];
    Arrays.setAll(values, arms::mean);
    int[] order = Lottery.certain(values).order();
    double[][] chances = new double[places][arms.size()];
    for (int rank = 0; rank < order.length; rank++) {
      for (int place = 0; place < Math.min(places, order.length); place++) {
        chances[place][order[rank]] = Lottery.chance(rank, place, order.length, epsilon);
      }
    }
    return chances;
  }

  private static double[][] certain(Policy policy, Arms arms, int places) {
    double[] values = new double[arms.size()];
    policy.values(arms, null, values);
    int[] order = Lottery.certain(values).order();
    double[][] chances = new double[places][arms.size()];
    for (int place = 0; place < Math.min(places, order.length); place++) {
      chances[place][order[place]] = 1;
    }
    return chances;
  }

  /** By place and arm, estimated by so many draws. */
  static double[][] thompson(Arms arms, int places, long seed, int draws) {
    BetaThompson policy = new BetaThompson(1, 1, 1);
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[arms.size()];
    double[][] chances = new double[places][arms.size()];
    for (int draw = 0; draw < draws; draw++) {
      policy.values(arms, random, values);
      for (int place = 0; place < Math.min(places, values.length); place++) {
        int best = Policy.best(values);
        chances[place][best] += 1.0 / draws;
        values[best] = Double.NEGATIVE_INFINITY;
      }
    }
    return chances;
  }
}
