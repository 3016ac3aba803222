package dev.kindred.tools.evaluate.policy;

import java.util.List;

/**
 * Tells the mean reward of a policy from the log of another. With {@code w = π(a)/p}, the target's
 * chance of what was shown over the logged one, and {@code q} the reward model's expectation:
 */
enum Estimator {
  /** Inverse propensity weighting (Horvitz and Thompson 1952): mean of {@code w·r}. */
  IPW {
    @Override
    Terms terms(Occasion occasion) {
      return mean(occasion, i -> occasion.weight(i) * occasion.reward(i));
    }
  },
  /** Self-normalised (Swaminathan and Joachims 2015): {@code Σ w·r / Σ w}. */
  SNIPW {
    @Override
    Terms terms(Occasion occasion) {
      return ratio(occasion, i -> occasion.weight(i) * occasion.reward(i), i -> occasion.weight(i));
    }
  },
  /** The direct method (Beygelzimer and Langford 2009): mean of {@code Σ π(a)·q(a)}. */
  DM {
    @Override
    Terms terms(Occasion occasion) {
      return mean(occasion, occasion::expected);
    }
  },
  /** Doubly robust (Dudík, Langford and Li 2011): mean of {@code Σ π(a)·q(a) + w·(r − q)}. */
  DR {
    @Override
    Terms terms(Occasion occasion) {
      return mean(
          occasion,
          i ->
              occasion.expected(i)
                  + occasion.weight(i) * (occasion.reward(i) - occasion.predicted(i)));
    }
  },
  /**
   * Replay (Li et al. 2011): the mean reward of rounds in which the target, drawing its own arm,
   * chose what was shown. Right only for logs that showed everything equally often.
   */
  REPLAY {
    @Override
    Terms terms(Occasion occasion) {
      return ratio(
          occasion,
          i -> occasion.agrees(i) ? occasion.reward(i) : 0,
          i -> occasion.agrees(i) ? 1 : 0);
    }
  };

  static final List<Estimator> ALL = List.of(values());

  abstract Terms terms(Occasion occasion);

  private interface Term {
    double of(int round);
  }

  private static Terms mean(Occasion occasion, Term numerator) {
    return ratio(occasion, numerator, i -> 1);
  }

  private static Terms ratio(Occasion occasion, Term numerator, Term denominator) {
    double[] numerators = new double[occasion.rounds()];
    double[] denominators = new double[occasion.rounds()];
    for (int i = 0; i < numerators.length; i++) {
      numerators[i] = numerator.of(i);
      denominators[i] = denominator.of(i);
    }
    return new Terms(numerators, denominators);
  }
}
