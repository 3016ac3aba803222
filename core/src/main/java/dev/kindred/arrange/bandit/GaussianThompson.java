package dev.kindred.arrange.bandit;

import java.util.SplittableRandom;

/**
 * Thompson sampling for rewards of any size: mean and variance of each arm are drawn from their
 * normal-inverse-gamma posterior (Gelman et al., Bayesian Data Analysis, section 3.3), so that the
 * mean's own distribution is Student's t (Honda and Takemura 2014).
 *
 * @param mean of the prior
 * @param deviation the prior guess of a reward's standard deviation, above 0
 * @param strength how many observations the prior counts for, above 0
 */
public record GaussianThompson(double mean, double deviation, double strength) implements Policy {
  public GaussianThompson {
    if (!(deviation > 0 && strength > 0 && Double.isFinite(mean))) {
      throw new IllegalArgumentException(
          "mean must be finite, deviation and strength above 0, were "
              + mean
              + ", "
              + deviation
              + ", "
              + strength);
    }
  }

  @Override
  public void values(Arms arms, SplittableRandom random, double[] values) {
    for (int i = 0; i < values.length; i++) {
      double n = arms.pulls()[i];
      double observed = arms.mean(i);
      double scatter = Math.max(0, arms.squares()[i] - n * observed * observed);
      double weight = strength + n;
      double center = (strength * mean + n * observed) / weight;
      double shape = (strength + n) / 2;
      double gap = observed - mean;
      double rate =
          (strength * deviation * deviation + scatter + strength * n / weight * gap * gap) / 2;
      double variance = rate / Draws.gamma(shape, random);
      values[i] = center + Math.sqrt(variance / weight) * random.nextGaussian();
    }
  }
}
