package dev.kindred.tools.simulate.bandit;

import dev.kindred.arrange.bandit.Arms;
import dev.kindred.arrange.bandit.Linear;
import dev.kindred.arrange.bandit.Policy;
import dev.kindred.arrange.bandit.RidgeLearner;
import dev.kindred.data.bandit.Regression;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Arms whose chance to pay 1 is linear in features: {@code ½ + ½·θ·x}, θ and x of length 1. Each
 * arm has features of its own, to which every step adds a context's: what is best changes from step
 * to step around what is best on average. Immutable.
 *
 * @param arms how many, at least 2
 * @param dimension of features
 * @param context how far contexts move features, 0 for not at all
 */
public record LinearGame(int arms, int dimension, double context) {
  private static final int POINTS = 100;

  /** Who plays. */
  public interface Player {
    /** The arm to play. */
    int choose(double[][] features, SplittableRandom random);

    /** What came of it. */
    void learn(int arm, double[] features, double reward);
  }

  /** Makes a player that knows nothing yet. */
  public interface Players {
    Player make(int arms, int dimension);
  }

  /**
   * Plays a new game, with another θ, in every run.
   *
   * @param horizon steps a run, at least 100 and even
   * @param runs at least 2
   */
  public Regret play(Players players, int horizon, int runs, long seed) {
    int[] steps = Regret.steps(horizon, POINTS);
    double[][] curves = new double[runs][];
    SplittableRandom[] streams = Streams.of(seed, runs);
    for (int run = 0; run < runs; run++) {
      curves[run] = run(players.make(arms, dimension), steps, streams[run]);
    }
    return Regret.of(steps, curves);
  }

  private double[] run(Player player, int[] steps, SplittableRandom random) {
    // The world does not depend on how often the player draws.
    SplittableRandom world = random.split();
    double[] theta = unit(world, new double[dimension], 1);
    double[][] own = new double[arms][];
    for (int arm = 0; arm < arms; arm++) {
      own[arm] = unit(world, new double[dimension], 1);
    }
    double[] curve = new double[steps.length];
    double lost = 0;
    int at = 0;
    for (int t = 1; t <= steps[steps.length - 1]; t++) {
      double[][] features = new double[arms][];
      double best = 0;
      for (int arm = 0; arm < arms; arm++) {
        features[arm] = unit(world, own[arm], context);
        best = Math.max(best, chance(theta, features[arm]));
      }
      int arm = player.choose(features, random);
      double chance = chance(theta, features[arm]);
      player.learn(arm, features[arm], world.nextDouble() < chance ? 1 : 0);
      lost += best - chance;
      if (t == steps[at]) {
        curve[at++] = lost;
      }
    }
    return curve;
  }

  private static double chance(double[] theta, double[] x) {
    double dot = 0;
    for (int i = 0; i < x.length; i++) {
      dot += theta[i] * x[i];
    }
    return Math.clamp(0.5 + dot / 2, 0, 1);
  }

  /** The center and a normal vector of that size, scaled to length 1. */
  private static double[] unit(SplittableRandom random, double[] center, double size) {
    double[] x = new double[center.length];
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      x[i] = center[i] + size * random.nextGaussian() / Math.sqrt(x.length);
      squares += x[i] * x[i];
    }
    for (int i = 0; i < x.length; i++) {
      x[i] /= Math.sqrt(squares);
    }
    return x;
  }

  /** One regression for all arms, on features and a constant. */
  private abstract static class Regressing implements Player {
    private final RidgeLearner learner;

    Regressing(int dimension) {
      learner = new RidgeLearner(dimension + 1, 1, null);
    }

    List<Regression> regressions(int arms) {
      return Collections.nCopies(arms, learner.snapshot());
    }

    static double[][] extended(double[][] features) {
      double[][] extended = new double[features.length][];
      for (int arm = 0; arm < features.length; arm++) {
        extended[arm] = extended(features[arm]);
      }
      return extended;
    }

    private static double[] extended(double[] features) {
      double[] extended = java.util.Arrays.copyOf(features, features.length + 1);
      extended[features.length] = 1;
      return extended;
    }

    @Override
    public void learn(int arm, double[] features, double reward) {
      learner.learn(extended(features), reward, 0);
    }
  }

  /** LinUCB. */
  public static Players linUcb(double alpha) {
    return (arms, dimension) ->
        new Regressing(dimension) {
          @Override
          public int choose(double[][] features, SplittableRandom random) {
            return Policy.best(Linear.upper(regressions(arms), extended(features), alpha));
          }
        };
  }

  /** Linear Thompson sampling. */
  public static Players linThompson(double scale) {
    return (arms, dimension) ->
        new Regressing(dimension) {
          @Override
          public int choose(double[][] features, SplittableRandom random) {
            double[] values = new double[arms];
            Linear.thompson(regressions(arms), extended(features), scale).draw(random, values);
            return Policy.best(values);
          }
        };
  }

  /** The same regression, explored by chance. */
  public static Players epsilonGreedy(double epsilon) {
    return (arms, dimension) ->
        new Regressing(dimension) {
          @Override
          public int choose(double[][] features, SplittableRandom random) {
            return random.nextDouble() < epsilon
                ? random.nextInt(arms)
                : Policy.best(Linear.upper(regressions(arms), extended(features), 0));
          }
        };
  }

  /** A policy that counts rewards by arm and sees no features. */
  public static Players counting(Policy policy) {
    return (arms, dimension) -> new Counting(policy, new Arms(arms), new double[arms]);
  }

  private record Counting(Policy policy, Arms arms, double[] values) implements Player {
    @Override
    public int choose(double[][] features, SplittableRandom random) {
      policy.values(arms, random, values);
      return Policy.best(values);
    }

    @Override
    public void learn(int arm, double[] features, double reward) {
      arms.add(arm, reward);
    }
  }
}
