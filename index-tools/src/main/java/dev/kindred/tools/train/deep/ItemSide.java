package dev.kindred.tools.train.deep;

import dev.kindred.model.deep.JointWeights;
import java.util.Arrays;
import java.util.List;

/** Describes the item of each example. Not thread-safe. */
final class ItemSide {
  private final Rows rows;
  private final Table factorTable;
  private final Table embeddingTable;
  private final Table biasTable;
  private int[] items = {};
  private int examples;
  private float[] factors;
  private float[] embedding;
  private float[] bias;
  private float[] dFactors;
  private float[] dEmbedding;
  private float[] dBias;

  ItemSide(JointWeights weights, Rows rows) {
    this.rows = rows;
    this.factorTable = new Table(weights.itemFactors(), weights.factors());
    this.embeddingTable = new Table(weights.itemEmbedding(), weights.embedding());
    this.biasTable = new Table(weights.itemBias(), 1);
  }

  List<Table> tables() {
    return List.of(factorTable, embeddingTable, biasTable);
  }

  /** One row an example. */
  float[] factors() {
    return factors;
  }

  float[] embedding() {
    return embedding;
  }

  float[] bias() {
    return bias;
  }

  float[] dFactors() {
    return dFactors;
  }

  float[] dEmbedding() {
    return dEmbedding;
  }

  float[] dBias() {
    return dBias;
  }

  void clear() {
    Arrays.fill(dEmbedding, 0, examples * embeddingTable.width(), 0);
  }

  void forward(List<Group> groups) {
    examples = JointPass.examples(groups);
    int k = factorTable.width();
    int m = embeddingTable.width();
    if (items.length < examples) {
      items = new int[examples];
      factors = new float[examples * k];
      embedding = new float[examples * m];
      bias = new float[examples];
      dFactors = new float[examples * k];
      dEmbedding = new float[examples * m];
      dBias = new float[examples];
    }
    list(groups);
    Arrays.fill(factors, 0, examples * k, 0);
    Arrays.fill(embedding, 0, examples * m, 0);
    Arrays.fill(bias, 0, examples, 0);
    for (int e = 0; e < examples; e++) {
      rows.add(1, factorTable, items[e], factors, e * k);
      rows.add(1, embeddingTable, items[e], embedding, e * m);
      rows.add(1, biasTable, items[e], bias, e);
    }
  }

  private void list(List<Group> groups) {
    int e = 0;
    for (Group group : groups) {
      int n = group.negatives();
      for (int t = 0; t < group.targets().length; t++) {
        items[e++] = group.target(t);
        System.arraycopy(group.others(), t * n, items, e, n);
        e += n;
      }
    }
  }

  void backward() {
    for (int e = 0; e < examples; e++) {
      if (factorTable.width() > 0) {
        rows.addGradient(1, factorTable, items[e], dFactors, e * factorTable.width());
      }
      rows.addGradient(1, embeddingTable, items[e], dEmbedding, e * embeddingTable.width());
      rows.addGradient(1, biasTable, items[e], dBias, e);
    }
  }
}
