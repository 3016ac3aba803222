package dev.kindred.tools.train.deep;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.Wide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The wide part in training (Cheng et al. 2016, section 3.1): features of moment and history
 * crossed with the item's features, and items of the history crossed with the item itself, where a
 * liked item was met so. Weights follow FTRL-Proximal (McMahan et al. 2013, algorithm 1), whose L1
 * term keeps most of them at 0. Not thread-safe.
 */
final class Crosses {
  private static final double BETA = 1;

  private final Rows rows;
  private final int context;
  private final int features;
  private final double alpha;
  private final double l1;
  private final Pairs pairs;
  private final float[] z;
  private final float[] n;
  private final float[] w;
  private int[] slots = new int[1024];
  private int[] ends = {};
  private int filled;
  private final int[] counts;

  /**
   * @param context features of moments
   * @param pairs of items that get a weight
   * @param alpha FTRL's learning rate
   * @param l1 what a weight's evidence must exceed
   */
  Crosses(Rows rows, int context, Pairs pairs, double alpha, double l1) {
    this.rows = rows;
    this.context = context;
    this.features = rows.items().features().size();
    this.pairs = pairs;
    this.alpha = alpha;
    this.l1 = l1;
    this.counts = new int[features];
    this.z = new float[dense() + pairs.size()];
    this.n = new float[z.length];
    this.w = new float[z.length];
  }

  private int dense() {
    return (context + features) * features;
  }

  /** Adds each example's sum of weights to its logit. */
  void forward(List<Group> groups, float[] logits) {
    collect(groups, logits.length);
    int at = 0;
    for (int e = 0; e < logits.length; e++) {
      for (; at < ends[e]; at++) {
        logits[e] += w[slots[at]];
      }
    }
  }

  /** Learns from the gradients of the logits of the batch that was last forward, one by one. */
  void backward(float[] gradients) {
    int at = 0;
    for (int e = 0; e < gradients.length; e++) {
      for (; at < ends[e]; at++) {
        learn(slots[at], gradients[e]);
      }
    }
  }

  private void learn(int slot, float g) {
    double before = Math.sqrt(n[slot]);
    n[slot] += g * g;
    double root = Math.sqrt(n[slot]);
    z[slot] += (float) (g - (root - before) / alpha * w[slot]);
    double size = Math.abs(z[slot]) - l1;
    w[slot] = size <= 0 ? 0 : (float) (-Math.signum(z[slot]) * size * alpha / (BETA + root));
  }

  /** Lists the crosses of every example, in the order of {@link ItemSide}. */
  private void collect(List<Group> groups, int examples) {
    ends = ends.length < examples ? new int[examples] : ends;
    filled = 0;
    int e = 0;
    for (Group group : groups) {
      Arrays.fill(counts, 0);
      for (int item : group.history()) {
        count(item, 1);
      }
      int negatives = group.negatives();
      for (int t = 0; t < group.targets().length; t++) {
        int target = group.target(t);
        count(target, -1);
        collect(group, t, target);
        ends[e++] = filled;
        for (int i = 0; i < negatives; i++) {
          collect(group, t, group.others()[t * negatives + i]);
          ends[e++] = filled;
        }
        count(target, 1);
      }
    }
  }

  private void count(int item, int by) {
    int[] own = rows.byItem()[item];
    for (int r = 1; r < own.length; r++) {
      counts[feature(own[r])] += by;
    }
  }

  private int feature(int row) {
    return row - rows.items().items().size();
  }

  private void collect(Group group, int t, int item) {
    int[] own = rows.byItem()[item];
    for (int r = 1; r < own.length; r++) {
      int column = feature(own[r]);
      for (int moment : group.context()[t]) {
        push(moment * features + column);
      }
      for (int f = 0; f < features; f++) {
        if (counts[f] > 0) {
          push((context + f) * features + column);
        }
      }
    }
    for (int h = 0; h < group.history().length; h++) {
      if (h != group.targets()[t]) {
        int pair = pairs.number(group.history()[h], item);
        if (pair >= 0) {
          push(dense() + pair);
        }
      }
    }
  }

  private void push(int slot) {
    slots = filled == slots.length ? Arrays.copyOf(slots, 2 * filled) : slots;
    slots[filled++] = slot;
  }

  /** What FTRL knows of each weight. */
  List<Parameter> state() {
    return List.of(
        new Parameter("cross.evidence", z, z.length), new Parameter("cross.square", n, n.length));
  }

  /** The weights. */
  Parameter weights() {
    return new Parameter("cross.weight", w, w.length);
  }

  /** The weights that are not 0. */
  Wide wide() {
    ItemSpace space = rows.items();
    int items = space.items().size();
    List<Cell> cells = new ArrayList<>();
    for (int slot = 0; slot < dense(); slot++) {
      int row = slot / features;
      add(cells, row < context ? row : row + items, items + slot % features, slot);
    }
    pairs.forEach((history, item, number) -> add(cells, context + history, item, dense() + number));
    cells.sort(Comparator.comparingInt(Cell::row).thenComparingInt(Cell::column));
    int[] starts = new int[context + space.rows() + 1];
    int[] columns = new int[cells.size()];
    float[] weights = new float[cells.size()];
    for (int c = 0; c < columns.length; c++) {
      starts[cells.get(c).row + 1]++;
      columns[c] = cells.get(c).column;
      weights[c] = w[cells.get(c).slot];
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    return new Wide(context, space, starts, columns, weights);
  }

  private record Cell(int row, int column, int slot) {}

  private void add(List<Cell> cells, int row, int column, int slot) {
    if (w[slot] != 0) {
      cells.add(new Cell(row, column, slot));
    }
  }
}
