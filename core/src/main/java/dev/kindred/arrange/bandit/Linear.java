package dev.kindred.arrange.bandit;

import dev.kindred.data.bandit.Regression;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.SplittableRandom;

/** How linear bandits value arms, each by its features and a regression. */
public final class Linear {
  private Linear() {}

  /**
   * LinUCB (Li et al. 2010, algorithm 1): {@code θ·x + alpha·√(xᵀA⁻¹x)}.
   *
   * @param regressions by arm; the same object where arms share it
   * @param features by arm
   */
  public static double[] upper(List<Regression> regressions, double[][] features, double alpha) {
    double[] values = new double[features.length];
    for (int i = 0; i < values.length; i++) {
      Regression regression = regressions.get(i);
      double width = alpha == 0 ? 0 : alpha * Math.sqrt(regression.variance(features[i]));
      values[i] = regression.mean(features[i]) + width;
    }
    return values;
  }

  /**
   * Linear Thompson sampling (Agrawal and Goyal 2013, algorithm 1): {@code θ̃·x} with θ̃ from
   * {@code N(θ, scale²·A⁻¹)}, one draw for all arms that share a regression.
   */
  public static Lottery.Drawing thompson(
      List<Regression> regressions, double[][] features, double scale) {
    IdentityHashMap<Regression, Integer> numbers = new IdentityHashMap<>();
    regressions.forEach(regression -> numbers.putIfAbsent(regression, numbers.size()));
    double[][] roots = new double[numbers.size()][];
    numbers.forEach(
        (regression, number) ->
            roots[number] = Spd.root(regression.inverse(), regression.coefficients().length));
    Joint joint =
        new Joint(
            new double[features.length],
            new double[features.length][],
            numbers(regressions, numbers));
    for (int i = 0; i < features.length; i++) {
      joint.means[i] = regressions.get(i).mean(features[i]);
      joint.spreads[i] = spread(roots[joint.numbers[i]], features[i], scale);
    }
    return joint;
  }

  private static int[] numbers(
      List<Regression> regressions, IdentityHashMap<Regression, Integer> numbers) {
    return regressions.stream().mapToInt(numbers::get).toArray();
  }

  /** scale·Lᵀx: what a vector of standard normals is multiplied by. */
  private static double[] spread(double[] root, double[] x, double scale) {
    int d = x.length;
    double[] spread = new double[d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        spread[j] += scale * root[i * d + j] * x[i];
      }
    }
    return spread;
  }

  /**
   * Draws the values of all arms.
   *
   * @param means θ·x by arm
   * @param spreads by arm
   * @param numbers of the arms' regressions, from 0 in the order of their first arms
   */
  private record Joint(double[] means, double[][] spreads, int[] numbers)
      implements Lottery.Drawing {
    @Override
    public void draw(SplittableRandom random, double[] values) {
      double[][] normals = new double[numbers.length][];
      for (int i = 0; i < means.length; i++) {
        double[] spread = spreads[i];
        if (normals[numbers[i]] == null) {
          normals[numbers[i]] = normals(random, spread.length);
        }
        double value = means[i];
        for (int j = 0; j < spread.length; j++) {
          value += spread[j] * normals[numbers[i]][j];
        }
        values[i] = value;
      }
    }

    private static double[] normals(SplittableRandom random, int size) {
      double[] normals = new double[size];
      for (int j = 0; j < size; j++) {
        normals[j] = random.nextGaussian();
      }
      return normals;
    }
  }
}
