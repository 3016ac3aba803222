package dev.kindred.tools.train.related;

import dev.kindred.internal.math.Correlation;
import dev.kindred.tools.train.matrix.Matrix;

/**
 * What Pearson's correlation needs beside the dot product: sums and squares of either item's values
 * over the users that both share. Scratch space for one thread.
 */
final class Deviations {
  private final Matrix users;
  private final Matrix items;
  private final double[] mine;
  private final double[] mineSquared;
  private final double[] theirs;
  private final double[] theirsSquared;

  Deviations(Matrix users, Matrix items) {
    this.users = users;
    this.items = items;
    this.mine = new double[items.rows()];
    this.mineSquared = new double[items.rows()];
    this.theirs = new double[items.rows()];
    this.theirsSquared = new double[items.rows()];
  }

  /** Forgets the sums with all items that these pairs touch. */
  void clear(Pairs touched) {
    for (int t = 0; t < touched.count(); t++) {
      int other = touched.other(t);
      mine[other] = mineSquared[other] = theirs[other] = theirsSquared[other] = 0;
    }
  }

  void row(int item) {
    for (int p = items.starts()[item]; p < items.starts()[item + 1]; p++) {
      double x = items.values()[p];
      int user = items.columns()[p];
      for (int q = users.starts()[user]; q < users.starts()[user + 1]; q++) {
        int other = users.columns()[q];
        double y = users.values()[q];
        mine[other] += x;
        mineSquared[other] += x * x;
        theirs[other] += y;
        theirsSquared[other] += y * y;
      }
    }
  }

  double correlation(int common, double dot, int other, double shrinkage) {
    return Correlation.pearson(
        common,
        mine[other],
        theirs[other],
        mineSquared[other],
        theirsSquared[other],
        dot,
        shrinkage);
  }
}
