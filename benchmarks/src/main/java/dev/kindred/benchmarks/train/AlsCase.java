package dev.kindred.benchmarks.train;

import dev.kindred.data.Interactions;
import java.util.Locale;
import java.util.Map;

/**
 * One way of running ALS.
 *
 * @param exact Cholesky, else three steps of conjugate gradients
 * @param prototype CPU seconds an iteration took in the prototype on another machine; NaN for none
 */
record AlsCase(int factors, boolean exact, double prototype) {
  private static final int STEPS = 3;

  String solver() {
    return exact ? "Cholesky (exact)" : "CG, 3 steps";
  }

  /** The trainer's parameters for so many iterations. */
  Map<String, String> parameters(int iterations) {
    return Map.of(
        "factors", Integer.toString(factors),
        "iterations", Integer.toString(iterations),
        "solver", exact ? "CHOLESKY" : "CG");
  }

  /** Floating point operations of an iteration: both sides solved, then the loss. */
  double flops(Interactions users, Interactions items) {
    return solving(users) + solving(items) + loss(users);
  }

  /** Operations of solving this side's rows. */
  double solving(Interactions rows) {
    double flops = gram(rows.items().size());
    for (int row = 0; row < rows.users().size(); row++) {
      flops += row(rows.to(row) - rows.from(row));
    }
    return flops;
  }

  /** YᵀY of so many rows of the other side; half of it, for it is symmetric. */
  double gram(double rows) {
    return rows * factors * (factors + 1.0);
  }

  /** Operations for one row of so many entries; none for an empty row. */
  double row(double entries) {
    double k = factors;
    if (entries == 0) {
      return 0;
    }
    return exact
        ? entries * (k * (k + 1) + 2 * k) + k * k * k / 3 + 2 * k * k
        : (STEPS + 1) * (entries * 4 * k + 2 * k * k);
  }

  private double loss(Interactions users) {
    return gram(users.users().size()) + gram(users.items().size()) + 2.0 * factors * users.size();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s with %d factors", solver(), factors);
  }
}
