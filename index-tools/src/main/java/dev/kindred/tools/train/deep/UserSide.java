package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import java.util.Arrays;
import java.util.List;

/**
 * Describes the user of each target: the sum over the rest of the history, divided by a power of
 * its length, and what the context adds. A history's sum is made once for all of a group's targets,
 * and so is the way back. Not thread-safe.
 */
final class UserSide {
  private final Rows rows;
  private final double exponent;
  private final int k;
  private final int m;
  private final Table factorTable;
  private final Table embeddingTable;
  private final Table contextTable;
  private float[] factors = {};
  private float[] embedding = {};
  private float[] dFactors = {};
  private float[] dEmbedding = {};
  private int targets;

  UserSide(JointModel.Settings settings, JointWeights weights, Rows rows) {
    this.rows = rows;
    this.exponent = settings.history_exponent();
    this.k = settings.factors();
    this.m = settings.embedding();
    this.factorTable = new Table(weights.historyFactors(), k);
    this.embeddingTable = new Table(weights.historyEmbedding(), m);
    this.contextTable = new Table(weights.contextEmbedding(), m);
  }

  List<Table> tables() {
    return List.of(factorTable, embeddingTable, contextTable);
  }

  /** One row a target. */
  float[] factors() {
    return factors;
  }

  float[] embedding() {
    return embedding;
  }

  float[] dFactors() {
    return dFactors;
  }

  float[] dEmbedding() {
    return dEmbedding;
  }

  void clear() {
    Arrays.fill(dFactors, 0, targets * k, 0);
    Arrays.fill(dEmbedding, 0, targets * m, 0);
  }

  private float scale(Group group) {
    return (float) Math.pow(Math.max(1, group.history().length - 1), -exponent);
  }

  void forward(List<Group> groups) {
    targets = groups.stream().mapToInt(group -> group.targets().length).sum();
    if (embedding.length < targets * m || factors.length < targets * k) {
      factors = new float[targets * k];
      embedding = new float[targets * m];
      dFactors = new float[targets * k];
      dEmbedding = new float[targets * m];
    }
    int target = 0;
    for (Group group : groups) {
      describe(group, target, factorTable, factors);
      describe(group, target, embeddingTable, embedding);
      for (int[] features : group.context()) {
        for (int feature : features) {
          Kernels.get().axpy(1, contextTable.values(), feature * m, embedding, target * m, m);
        }
        target++;
      }
    }
  }

  private void describe(Group group, int target, Table table, float[] out) {
    int width = table.width();
    float scale = scale(group);
    float[] sum = new float[width];
    for (int item : group.history()) {
      rows.add(scale, table, item, sum, 0);
    }
    for (int t = 0; t < group.targets().length; t++) {
      int at = (target + t) * width;
      System.arraycopy(sum, 0, out, at, width);
      rows.add(-scale, table, group.target(t), out, at);
    }
  }

  void backward(List<Group> groups) {
    int target = 0;
    for (Group group : groups) {
      spread(group, target, factorTable, dFactors);
      spread(group, target, embeddingTable, dEmbedding);
      for (int[] features : group.context()) {
        for (int feature : features) {
          contextTable.add(feature, 1, dEmbedding, target * m);
        }
        target++;
      }
    }
  }

  private void spread(Group group, int target, Table table, float[] d) {
    int width = table.width();
    if (width == 0) {
      return;
    }
    float scale = scale(group);
    float[] sum = new float[width];
    for (int t = 0; t < group.targets().length; t++) {
      Kernels.get().axpy(1, d, (target + t) * width, sum, 0, width);
      rows.addGradient(-scale, table, group.target(t), d, (target + t) * width);
    }
    for (int item : group.history()) {
      rows.addGradient(scale, table, item, sum, 0);
    }
  }
}
