package dev.kindred.tools.train.factor;

/** Solves the normal equations of one row. Scratch space for one thread. */
interface AlsRow {
  /**
   * Writes the row at {@code x[at]}, where its last value stands: {@code (G + Σ wᵢ·yᵢyᵢᵀ +
   * penalty·I) x = Σ targetᵢ·yᵢ} over the side's entries {@code from} to before {@code to}.
   *
   * @param y the other side's factors
   * @return the row's loss, penalty included, where the solver knows it; else NaN
   */
  double solve(AlsSide side, float[] y, int from, int to, float penalty, float[] x, int at);
}
