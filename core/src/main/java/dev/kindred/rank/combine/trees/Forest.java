package dev.kindred.rank.combine.trees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;

/**
 * Regression trees whose leaves are added up, in arrays: a prediction follows numbers and allocates
 * nothing. Every inner node asks one question, {@code value <= threshold}, in doubles, and knows
 * which way a missing value ({@code NaN}) goes; the questions of LightGBM, XGBoost and RankLib are
 * all brought to this form when their files are read. Immutable and thread-safe.
 *
 * <p>As JSON it is one string, {@link ForestBytes} in base 64.
 */
public final class Forest {
  /** Ints of a node: its feature twice, plus one when NaN goes left; its left child; its right. */
  static final int STRIDE = 3;

  final boolean single;
  final int features;
  final double base;
  final int[] roots;
  final int[] nodes;
  final double[] thresholds;
  final float[] means;
  final double[] leaves;
  private final int hash;

  /**
   * @param single whether each partial sum is rounded to a float, as the source library does
   * @param features rows have at least so many values
   * @param base added to the leaves
   * @param roots one a tree: a node, or the complement of a leaf
   * @param nodes {@value #STRIDE} a node; children are later nodes or complements of leaves
   * @param thresholds one a node
   * @param means one a node: the mean of the leaves below it, weighted by what reached them
   */
  Forest(
      boolean single,
      int features,
      double base,
      int[] roots,
      int[] nodes,
      double[] thresholds,
      float[] means,
      double[] leaves) {
    this.single = single;
    this.features = features;
    this.base = base;
    this.roots = roots;
    this.nodes = nodes;
    this.thresholds = thresholds;
    this.means = means;
    this.leaves = leaves;
    requireSound();
    this.hash =
        31 * Arrays.hashCode(nodes) + 7 * Arrays.hashCode(thresholds) + Arrays.hashCode(leaves);
  }

  /** Children come after their parents, so that every path ends. */
  private void requireSound() {
    for (int root : roots) {
      requireChild(-1, root);
    }
    for (int node = 0; node < thresholds.length; node++) {
      int feature = nodes[STRIDE * node] >> 1;
      if (feature < 0 || feature >= features) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "node %d asks feature %d of %d", node, feature, features));
      }
      requireChild(node, nodes[STRIDE * node + 1]);
      requireChild(node, nodes[STRIDE * node + 2]);
    }
  }

  private void requireChild(int node, int child) {
    boolean sound = child < 0 ? ~child < leaves.length : child > node && child < thresholds.length;
    if (!sound) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "node %d leads to %d, which is not below it", node, child));
    }
  }

  /** Reads what {@link #encoded} wrote. */
  @JsonCreator
  public static Forest decode(String text) {
    return ForestBytes.read(text);
  }

  /** The trees as text, compressed. */
  @JsonValue
  public String encoded() {
    return ForestBytes.write(this);
  }

  /** How many trees there are. */
  public int trees() {
    return roots.length;
  }

  /** How many values a row needs. */
  public int features() {
    return features;
  }

  /** How many questions there are in all trees. */
  public int size() {
    return thresholds.length;
  }

  /**
   * The sum of the leaves that the row reaches.
   *
   * @param row at least {@link #features} values, NaN for missing ones
   */
  public double predict(double[] row) {
    double sum = base;
    for (int root : roots) {
      int node = root;
      while (node >= 0) {
        node = next(node, row);
      }
      sum = single ? (float) (sum + leaves[~node]) : sum + leaves[~node];
    }
    return sum;
  }

  private int next(int node, double[] row) {
    int at = STRIDE * node;
    int question = nodes[at];
    double value = row[question >> 1];
    boolean left = value <= thresholds[node] || ((question & 1) != 0 && Double.isNaN(value));
    return nodes[left ? at + 1 : at + 2];
  }

  /**
   * What each feature adds to the prediction: the change of the mean below, at every node on the
   * row's paths that asks it (Saabas 2014, "Interpreting random forests"; TreeInterpreter). The
   * returned expectation and the contributions add up to {@link #predict}, but for rounding.
   *
   * @param row as for {@link #predict}
   * @param into at least {@link #features} long; is overwritten
   * @return the expectation: the prediction of a row of which nothing is asked
   */
  public double contributions(double[] row, double[] into) {
    Arrays.fill(into, 0);
    double expected = base;
    for (int root : roots) {
      int node = root;
      double mean = mean(node);
      expected += mean;
      while (node >= 0) {
        int feature = nodes[STRIDE * node] >> 1;
        node = next(node, row);
        double below = mean(node);
        into[feature] += below - mean;
        mean = below;
      }
    }
    return expected;
  }

  private double mean(int node) {
    return node >= 0 ? means[node] : leaves[~node];
  }

  /**
   * The same trees for rows in another order.
   *
   * @param places where each feature is found in the new rows
   * @param width of the new rows
   */
  public Forest reordered(int[] places, int width) {
    int[] moved = nodes.clone();
    for (int at = 0; at < moved.length; at += STRIDE) {
      moved[at] = places[nodes[at] >> 1] << 1 | (nodes[at] & 1);
    }
    return new Forest(single, width, base, roots, moved, thresholds, means, leaves);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof Forest forest
            && hash == forest.hash
            && single == forest.single
            && features == forest.features
            && base == forest.base
            && Arrays.equals(roots, forest.roots)
            && Arrays.equals(nodes, forest.nodes)
            && Arrays.equals(thresholds, forest.thresholds)
            && Arrays.equals(means, forest.means)
            && Arrays.equals(leaves, forest.leaves));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%d trees with %d leaves", roots.length, thresholds.length + roots.length);
  }
}
