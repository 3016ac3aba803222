package dev.kindred.tools.evaluate.policy;

/** A target on a log, with everything estimators ask of a round. */
interface Occasion {
  int rounds();

  double reward(int round);

  /** π(a)/p of what was shown. */
  double weight(int round);

  /** The model's reward of what was shown. */
  double predicted(int round);

  /** The model's reward of the target's choice, on average. */
  double expected(int round);

  /** Whether the target draws what was shown. */
  boolean agrees(int round);

  /** Which rounds depend on each other, by number from 0; null when every round stands alone. */
  default int[] groups() {
    return null;
  }
}
