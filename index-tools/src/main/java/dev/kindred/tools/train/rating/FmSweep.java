package dev.kindred.tools.train.rating;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws one factor, or the weight, of every feature of one block. The prediction is linear in it
 * with slope {@code h = x·(a + o)}: x the feature's strength in the row, a what the row's other
 * features add up to in that factor (0 where features of one side do not interact), o what the
 * rating's other side does. So with sums over each row's ratings kept up to date, a block costs as
 * many steps as it has cells, and two passes over the ratings. Mutable; reused.
 */
final class FmSweep {
  private final FmBlock block;
  private final boolean own;
  private final double[] row;
  private final double[] others;
  private final double[] squares;
  private final double[] errors;
  private final double[] products;
  private final double[] constant;
  private final double[] slope;

  /**
   * @param own whether features of the block interact with each other
   */
  FmSweep(FmBlock block, boolean own) {
    this.block = block;
    this.own = own;
    int rows = block.rowCount();
    row = new double[rows];
    others = new double[rows];
    squares = new double[rows];
    errors = new double[rows];
    products = new double[rows];
    constant = new double[rows];
    slope = new double[rows];
  }

  /**
   * Draws a factor.
   *
   * @param sums what the rows of this block add up to in the factor; kept up to date
   * @param other what those of the other block do
   * @param e what is left of each rating; kept up to date
   */
  void factor(
      double[] v,
      double[] mean,
      double[] precision,
      double alpha,
      double[] sums,
      int[] otherRow,
      double[] other,
      double[] e,
      SplittableRandom random) {
    gather(otherRow, other, e);
    System.arraycopy(sums, 0, row, 0, row.length);
    for (int j = 0; j < v.length; j++) {
      int from = block.starts()[j];
      int to = block.starts()[j + 1];
      double hh = 0;
      double he = 0;
      for (int c = from; c < to; c++) {
        int r = block.rows()[c];
        double x = block.strengths()[c];
        double a = own ? row[r] - v[j] * x : 0;
        hh += x * x * (block.ratings()[r] * a * a + 2 * a * others[r] + squares[r]);
        he += x * (a * errors[r] + products[r]);
      }
      double before = v[j];
      int group = block.groups()[j];
      v[j] = draw(hh, he, before, mean[group], precision[group], alpha, random);
      move(from, to, before, v[j] - before);
    }
    System.arraycopy(row, 0, sums, 0, row.length);
    scatter(otherRow, other, e);
  }

  private void move(int from, int to, double before, double change) {
    for (int c = from; c < to; c++) {
      int r = block.rows()[c];
      double x = block.strengths()[c];
      double step = change * x;
      double a = own ? row[r] - before * x : 0;
      errors[r] -= step * (block.ratings()[r] * a + others[r]);
      products[r] -= step * (a * others[r] + squares[r]);
      constant[r] += step * a;
      slope[r] += step;
      row[r] += step;
    }
  }

  /** Draws the weights: the slope is x. */
  void weight(
      double[] w,
      double[] mean,
      double[] precision,
      double alpha,
      double[] e,
      SplittableRandom random) {
    Arrays.fill(errors, 0);
    Arrays.fill(constant, 0);
    int[] rowOf = block.rowOf();
    for (int n = 0; n < e.length; n++) {
      errors[rowOf[n]] += e[n];
    }
    for (int j = 0; j < w.length; j++) {
      int from = block.starts()[j];
      int to = block.starts()[j + 1];
      double hh = 0;
      double he = 0;
      for (int c = from; c < to; c++) {
        double x = block.strengths()[c];
        hh += x * x * block.ratings()[block.rows()[c]];
        he += x * errors[block.rows()[c]];
      }
      double before = w[j];
      int group = block.groups()[j];
      w[j] = draw(hh, he, before, mean[group], precision[group], alpha, random);
      for (int c = from; c < to; c++) {
        int r = block.rows()[c];
        double step = (w[j] - before) * block.strengths()[c];
        errors[r] -= step * block.ratings()[r];
        constant[r] += step;
      }
    }
    for (int n = 0; n < e.length; n++) {
      e[n] -= constant[rowOf[n]];
    }
  }

  /** From the posterior of one parameter given all others. */
  private static double draw(
      double hh,
      double he,
      double value,
      double mean,
      double precision,
      double alpha,
      SplittableRandom random) {
    double strength = alpha * hh + precision;
    double middle = (alpha * (he + hh * value) + precision * mean) / strength;
    return middle + random.nextGaussian() / Math.sqrt(strength);
  }

  private void gather(int[] otherRow, double[] other, double[] e) {
    for (double[] sums : new double[][] {others, squares, errors, products, constant, slope}) {
      Arrays.fill(sums, 0);
    }
    int[] rowOf = block.rowOf();
    for (int n = 0; n < e.length; n++) {
      int r = rowOf[n];
      double o = other[otherRow[n]];
      others[r] += o;
      squares[r] += o * o;
      errors[r] += e[n];
      products[r] += e[n] * o;
    }
  }

  private void scatter(int[] otherRow, double[] other, double[] e) {
    int[] rowOf = block.rowOf();
    for (int n = 0; n < e.length; n++) {
      int r = rowOf[n];
      e[n] -= constant[r] + slope[r] * other[otherRow[n]];
    }
  }
}
