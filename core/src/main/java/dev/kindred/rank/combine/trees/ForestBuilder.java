package dev.kindred.rank.combine.trees;

import dev.kindred.rank.combine.trees.SourceTree.Zero;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Lays trees out one after another, parents before children. Not thread-safe. */
final class ForestBuilder {
  /** The largest value that LightGBM takes for 0. */
  static final double ZERO = 1e-35f;

  private final boolean single;
  private final int features;
  private final List<Integer> roots = new ArrayList<>();
  private int[] nodes = new int[256];
  private double[] thresholds = new double[64];
  private float[] means = new float[64];
  private double[] leaves = new double[64];
  private int size;
  private int leafCount;

  ForestBuilder(boolean single, int features) {
    this.single = single;
    this.features = features;
  }

  /**
   * @throws IllegalArgumentException when it is no tree: without leaves, or with a child that does
   *     not exist or has two parents
   */
  void add(SourceTree tree) {
    requireFeatures(tree);
    if (tree.leaves().length == 0) {
      throw new IllegalArgumentException("it has no leaf");
    }
    int firstLeaf = leafCount;
    for (double leaf : tree.leaves()) {
      leaves = leafCount == leaves.length ? Arrays.copyOf(leaves, 2 * leafCount) : leaves;
      leaves[leafCount++] = leaf;
    }
    roots.add(tree.size() == 0 ? ~firstLeaf : size);
    int[] order = order(tree);
    int[] places = places(tree, order);
    double[] below = below(tree, order);
    for (int node : order) {
      put(tree, node, places, firstLeaf, below[node]);
    }
  }

  private void requireFeatures(SourceTree tree) {
    for (int node = 0; node < tree.size(); node++) {
      int feature = tree.features()[node];
      if (feature < 0 || feature >= features) {
        throw new IllegalArgumentException(
            String.format(Locale.ROOT, "node %d asks feature %d of %d", node, feature, features));
      }
    }
  }

  /** The nodes, parents before their children. */
  private static int[] order(SourceTree tree) {
    int[] order = new int[tree.size()];
    boolean[] seen = new boolean[tree.size()];
    boolean[] leafSeen = new boolean[tree.leaves().length];
    int count = Math.min(1, tree.size());
    for (int at = 0; at < count; at++) {
      for (int child : new int[] {tree.left()[order[at]], tree.right()[order[at]]}) {
        boolean[] taken = child < 0 ? leafSeen : seen;
        int index = child < 0 ? ~child : child;
        if (child == 0 || index >= taken.length || taken[index]) {
          throw new IllegalArgumentException(
              String.format(
                  Locale.ROOT,
                  "node %d leads to %s %d, which %s",
                  order[at],
                  child < 0 ? "leaf" : "node",
                  index,
                  index >= taken.length ? "does not exist" : "has another parent"));
        }
        taken[index] = true;
        if (child > 0) {
          order[count++] = child;
        }
      }
    }
    return Arrays.copyOf(order, count);
  }

  /** Where each node is put: three places for one whose zeros go their own way. */
  private int[] places(SourceTree tree, int[] order) {
    int[] places = new int[tree.size()];
    int next = size;
    for (int node : order) {
      places[node] = next;
      next += detour(tree, node) ? 3 : 1;
    }
    return places;
  }

  /** Whether zeros would not go where the threshold sends them. */
  private static boolean detour(SourceTree tree, int node) {
    double threshold = tree.thresholds()[node];
    return switch (tree.zeros()[node]) {
      case ASKED -> false;
      case LEFT -> threshold < ZERO;
      case RIGHT -> threshold >= -ZERO;
    };
  }

  /** For each node the mean of the leaves below it, weighted by their cover. */
  private static double[] below(SourceTree tree, int[] order) {
    double[] means = new double[tree.size()];
    double[] covers = new double[tree.size()];
    for (int i = order.length - 1; i >= 0; i--) {
      int node = order[i];
      double sum = 0;
      double plain = 0;
      for (int child : new int[] {tree.left()[node], tree.right()[node]}) {
        double cover = child < 0 ? tree.cover()[~child] : covers[child];
        double mean = child < 0 ? tree.leaves()[~child] : means[child];
        covers[node] += cover;
        sum += cover * mean;
        plain += mean / 2;
      }
      means[node] = covers[node] > 0 ? sum / covers[node] : plain;
    }
    return means;
  }

  private void put(SourceTree tree, int node, int[] places, int firstLeaf, double mean) {
    int left = child(tree.left()[node], places, firstLeaf);
    int right = child(tree.right()[node], places, firstLeaf);
    double threshold = tree.thresholds()[node];
    int question = tree.features()[node] << 1;
    int nan = tree.nanLeft()[node] ? 1 : 0;
    int next = size;
    if (!detour(tree, node)) {
      put(question | nan, threshold, left, right, mean);
    } else if (tree.zeros()[node] == Zero.LEFT) {
      put(question | 1, threshold, left, next + 1, mean);
      put(question, Math.nextDown(-ZERO), right, next + 2, mean);
      put(question, ZERO, left, right, mean);
    } else {
      put(question, Math.nextDown(-ZERO), left, next + 1, mean);
      put(question | 1, ZERO, right, next + 2, mean);
      put(question, threshold, left, right, mean);
    }
  }

  private static int child(int child, int[] places, int firstLeaf) {
    return child < 0 ? ~(firstLeaf + ~child) : places[child];
  }

  private void put(int question, double threshold, int left, int right, double mean) {
    if (size == thresholds.length) {
      nodes = Arrays.copyOf(nodes, 2 * nodes.length);
      thresholds = Arrays.copyOf(thresholds, 2 * size);
      means = Arrays.copyOf(means, 2 * size);
    }
    nodes[Forest.STRIDE * size] = question;
    nodes[Forest.STRIDE * size + 1] = left;
    nodes[Forest.STRIDE * size + 2] = right;
    thresholds[size] = threshold;
    means[size] = (float) mean;
    size++;
  }

  Forest build(double base) {
    return new Forest(
        single,
        features,
        base,
        roots.stream().mapToInt(Integer::intValue).toArray(),
        Arrays.copyOf(nodes, Forest.STRIDE * size),
        Arrays.copyOf(thresholds, size),
        Arrays.copyOf(means, size),
        Arrays.copyOf(leaves, leafCount));
  }
}
