package dev.kindred.tools.train.related;

import dev.kindred.tools.train.matrix.Matrix;

/** Pairs of items scored by a similarity, doubted where few users share them. */
final class Alike extends SharedUsers {
  private final double[] sizes;
  private final ItemKnn how;
  private final Deviations deviations;

  /**
   * @param sizes as {@link Similarity#sizes} tells them
   */
  Alike(Matrix users, Matrix items, double[] sizes, ItemKnn how) {
    super(users, items);
    this.sizes = sizes;
    this.how = how;
    this.deviations = how.similarity() == Similarity.PEARSON ? new Deviations(users, items) : null;
  }

  @Override
  public void row(int of) {
    if (deviations != null) {
      deviations.clear(this);
    }
    super.row(of);
    if (deviations != null) {
      deviations.row(of);
    }
  }

  @Override
  public double score(int other) {
    int common = common(other);
    double trust = common >= how.significance() ? 1 : (double) common / how.significance();
    double alike =
        deviations != null
            ? deviations.correlation(common, dot(other), other, how.shrinkage())
            : how.similarity().of(dot(other), sizes[item()], sizes[other], how);
    return trust * alike;
  }
}
