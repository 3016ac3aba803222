package dev.kindred.rank.combine.trees;

import java.util.Arrays;

/**
 * One tree as a file has it, its questions already of the form {@code value <= threshold}. A child
 * is a node, or the complement of a leaf. Node 0 is the root; a tree without nodes is leaf 0.
 *
 * @param features asked, one a node
 * @param thresholds one a node
 * @param nanLeft whether a missing value goes left, one a node
 * @param zeros where values of 0 go whatever the threshold says, one a node
 * @param leaves what they add
 * @param cover how much of the training data came to each leaf
 */
record SourceTree(
    int[] features,
    double[] thresholds,
    boolean[] nanLeft,
    Zero[] zeros,
    int[] left,
    int[] right,
    double[] leaves,
    double[] cover) {

  /** Where LightGBM sends values of 0 that stand for missing ones. */
  enum Zero {
    ASKED,
    LEFT,
    RIGHT
  }

  /** A tree in which 0 is a number like others. */
  SourceTree(
      int[] features,
      double[] thresholds,
      boolean[] nanLeft,
      int[] left,
      int[] right,
      double[] leaves,
      double[] cover) {
    this(features, thresholds, nanLeft, asked(features.length), left, right, leaves, cover);
  }

  private static Zero[] asked(int nodes) {
    Zero[] zeros = new Zero[nodes];
    Arrays.fill(zeros, Zero.ASKED);
    return zeros;
  }

  int size() {
    return features.length;
  }
}
