package dev.kindred.arrange.bandit;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Pages drawn by chance, and the chance with which each arm stands where it stands. */
public final class Lottery {
  private Lottery() {}

  /** Draws a value an arm. */
  @FunctionalInterface
  public interface Drawing {
    void draw(SplittableRandom random, double[] values);
  }

  /**
   * A drawn page.
   *
   * @param order arms, the largest value first; equal values in the order given
   * @param propensities by place: the chance, over all seeds, that this arm stands there
   * @param errors by place: the standard error of the chance; 0 where it is exact
   */
  public record Page(int[] order, double[] propensities, double[] errors) {}

  /** The page of values that are no matter of chance. */
  public static Page certain(double[] values) {
    double[] ones = new double[values.length];
    Arrays.fill(ones, 1);
    return new Page(sorted(values), ones, new double[values.length]);
  }

  /**
   * Draws the page, and estimates its chances from further draws: {@code p = (hits + 1)/(draws +
   * 1)}, which counts the page itself, so that nothing that was shown has chance 0.
   *
   * @param draws at least 1; the error is about √(p(1−p)/draws)
   */
  public static Page drawn(int arms, Drawing drawing, int draws, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[arms];
    drawing.draw(random.split(), values);
    int[] order = sorted(values);
    int[] hits = new int[arms];
    for (int i = 0; i < draws; i++) {
      drawing.draw(random, values);
      int[] other = sorted(values);
      for (int place = 0; place < arms; place++) {
        hits[place] += other[place] == order[place] ? 1 : 0;
      }
    }
    return estimated(order, hits, draws);
  }

  private static Page estimated(int[] order, int[] hits, int draws) {
    double[] propensities = new double[order.length];
    double[] errors = new double[order.length];
    for (int place = 0; place < order.length; place++) {
      double p = (hits[place] + 1.0) / (draws + 1);
      propensities[place] = p;
      errors[place] = Math.sqrt(p * (1 - p) / draws);
    }
    return new Page(order, propensities, errors);
  }

  /**
   * Fills place after place with the best arm that is left, or, with chance ε, with any that is
   * left. The chances are exact.
   *
   * @param values greedy values
   */
  public static Page epsilon(double[] values, double epsilon, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = values.length;
    int[] left = sorted(values);
    int[] order = new int[n];
    double[] propensities = new double[n];
    int[] greedyRank = new int[n];
    for (int rank = 0; rank < n; rank++) {
      greedyRank[left[rank]] = rank;
    }
    for (int place = 0; place < n; place++) {
      int rest = n - place;
      int taken = random.nextDouble() < epsilon ? random.nextInt(rest) : 0;
      order[place] = left[taken];
      System.arraycopy(left, taken + 1, left, taken, rest - taken - 1);
      propensities[place] = chance(greedyRank[order[place]], place, n, epsilon);
    }
    return new Page(order, propensities, new double[n]);
  }

  /**
   * The chance that the arm of that greedy rank stands at that place: follows the distribution of
   * how many better arms are left, from place to place.
   */
  public static double chance(int rank, int place, int arms, double epsilon) {
    double[] better = new double[rank + 2];
    better[rank] = 1;
    for (int filled = 0; filled < place; filled++) {
      int rest = arms - filled;
      for (int g = 0; g <= rank; g++) {
        double stays = epsilon * (rest - 1 - g) / rest;
        double falls = (1 - epsilon) + epsilon * (g + 1) / rest;
        better[g] = better[g] * stays + better[g + 1] * falls;
      }
    }
    double chance = better[0] * (1 - epsilon);
    for (int g = 0; g <= rank; g++) {
      chance += better[g] * epsilon / (arms - place);
    }
    return chance;
  }

  /** Arms by falling value, equal ones in the order given. */
  private static int[] sorted(double[] values) {
    int[] order = new int[values.length];
    for (int i = 0; i < order.length; i++) {
      int place = i;
      while (place > 0 && values[order[place - 1]] < values[i]) {
        order[place] = order[--place];
      }
      order[place] = i;
    }
    return order;
  }
}
