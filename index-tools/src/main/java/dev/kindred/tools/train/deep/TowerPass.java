package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Activation;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.TowerWeights;
import dev.kindred.tools.train.neural.layer.DenseBackward;
import java.util.ArrayList;
import java.util.List;

/**
 * Forward and backward through both towers for a batch, with the sampled softmax: each example's
 * item against those of the other examples and some drawn alike, each logit less the logarithm of
 * how often its item is expected among them (Yi et al. 2019, equation 5). Not thread-safe.
 */
final class TowerPass {
  private final TowerWeights weights;
  private final Rows rows;
  private final float inverseTemperature;
  private final Table itemTable;
  private final Table historyTable;
  private final Table contextTable;
  private final List<Dense> gradients = new ArrayList<>();

  /**
   * @param histories the items before each example's, at least one
   * @param context features of the moment of each example
   * @param ages of the examples, 0 the newest
   * @param candidates the examples' items, then those drawn
   * @param described the rows that describe each candidate
   * @param correction the logarithm of how often each candidate is expected
   */
  record Batch(
      int[][] histories,
      int[][] context,
      float[] ages,
      int[] candidates,
      int[][] described,
      float[] correction) {
    int size() {
      return histories.length;
    }
  }

  TowerPass(TowerWeights weights, Rows rows, double temperature) {
    this.weights = weights;
    this.rows = rows;
    this.inverseTemperature = (float) (1 / temperature);
    this.itemTable = new Table(weights.itemEmbedding(), weights.factors());
    this.historyTable = new Table(weights.historyEmbedding(), weights.embedding());
    this.contextTable = new Table(weights.contextEmbedding(), weights.embedding());
    weights.tower().forEach(layer -> gradients.add(Dense.zeros(layer.in(), layer.out())));
  }

  List<Table> tables() {
    return List.of(itemTable, historyTable, contextTable);
  }

  List<Parameter> gradients() {
    return parameters(gradients);
  }

  List<Parameter> layers() {
    return parameters(weights.tower());
  }

  private static List<Parameter> parameters(List<Dense> layers) {
    List<Parameter> all = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      all.addAll(layers.get(l).parameters("layer." + l));
    }
    return all;
  }

  /** Adds to all gradients those of the mean loss; returns the sum of the losses. */
  double run(Batch batch) {
    int b = batch.size();
    int d = weights.factors();
    int c = batch.candidates.length;
    float[][] activations = query(batch);
    float[] users = activations[activations.length - 1];
    float[] userNorms = normalize(users, b, d);
    float[] items = described(batch.described);
    float[] itemNorms = normalize(items, c, d);
    float[] logits = new float[b * c];
    Kernels kernels = Kernels.get();
    kernels.gemmTransB(b, c, d, inverseTemperature, users, 0, d, items, 0, d, logits, 0, c);
    double loss = softmax(batch, logits);
    float[] dUsers = new float[b * d];
    float[] dItems = new float[c * d];
    kernels.gemm(b, d, c, inverseTemperature, logits, 0, c, items, 0, d, dUsers, 0, d);
    kernels.gemmTransA(c, d, b, inverseTemperature, logits, 0, c, users, 0, d, dItems, 0, d);
    denormalize(dItems, items, itemNorms, d);
    for (int i = 0; i < c; i++) {
      rows.spread(1, itemTable, batch.described[i], dItems, i * d);
    }
    denormalize(dUsers, users, userNorms, d);
    backward(batch, activations, dUsers);
    return loss;
  }

  private float[] described(int[][] rowsOf) {
    int d = weights.factors();
    float[] items = new float[rowsOf.length * d];
    for (int i = 0; i < rowsOf.length; i++) {
      rows.items().add(1, itemTable.values(), d, rowsOf[i], items, i * d);
    }
    return items;
  }

  /** The unit vectors of items that these rows describe, as they are served. */
  float[] items(int[][] rowsOf) {
    float[] items = described(rowsOf);
    normalize(items, rowsOf.length, weights.factors());
    return items;
  }

  /** What the query tower makes of a history now, as it is served. */
  float[] query(int[] history, int[] context) {
    int[][] histories = {history};
    Batch batch = new Batch(histories, new int[][] {context}, new float[1], null, null, null);
    float[][] activations = query(batch);
    return activations[activations.length - 1];
  }

  /** The tower's input, then each layer's output. */
  private float[][] query(Batch batch) {
    int m = weights.embedding();
    int b = batch.size();
    float[][] activations = new float[weights.tower().size() + 1][];
    float[] input = new float[b * (m + 1)];
    for (int e = 0; e < b; e++) {
      int at = e * (m + 1);
      for (int item : batch.histories[e]) {
        rows.add(1f / batch.histories[e].length, historyTable, item, input, at);
      }
      for (int feature : batch.context[e]) {
        Kernels.get().axpy(1, contextTable.values(), feature * m, input, at, m);
      }
      input[at + m] = batch.ages[e];
    }
    activations[0] = input;
    for (int l = 0; l < weights.tower().size(); l++) {
      Dense layer = weights.tower().get(l);
      activations[l + 1] = new float[b * layer.out()];
      layer.apply(b, activations[l], 0, activations[l + 1], 0);
      if (l + 1 < weights.tower().size()) {
        float[] x = activations[l + 1];
        Activation.RELU.apply(x, 0, x, 0, x.length);
      }
    }
    return activations;
  }

  private static float[] normalize(float[] vectors, int count, int width) {
    float[] norms = new float[count];
    for (int i = 0; i < count; i++) {
      Kernels kernels = Kernels.get();
      norms[i] = (float) Math.sqrt(kernels.dot(vectors, i * width, vectors, i * width, width));
      norms[i] = Math.max(norms[i], Float.MIN_NORMAL);
      kernels.scale(1 / norms[i], vectors, i * width, width);
    }
    return norms;
  }

  /** The gradient of a vector from that of its unit vector. */
  private static void denormalize(float[] d, float[] units, float[] norms, int width) {
    Kernels kernels = Kernels.get();
    for (int i = 0; i < norms.length; i++) {
      float along = kernels.dot(d, i * width, units, i * width, width);
      kernels.axpy(-along, units, i * width, d, i * width, width);
      // A vector of zeros has no direction that a step could turn.
      kernels.scale(norms[i] > Float.MIN_NORMAL ? 1 / norms[i] : 0, d, i * width, width);
    }
  }

  /** Turns logits into gradients of the mean loss. */
  private static double softmax(Batch batch, float[] logits) {
    double total = 0;
    for (int e = 0; e < batch.size(); e++) {
      total += softmax(batch, e, logits);
    }
    return total;
  }

  private static double softmax(Batch batch, int e, float[] logits) {
    int c = batch.candidates.length;
    int at = e * c;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < c; i++) {
      boolean twin = i != e && batch.candidates[i] == batch.candidates[e];
      logits[at + i] = twin ? Float.NEGATIVE_INFINITY : logits[at + i] - batch.correction[i];
      most = Math.max(most, logits[at + i]);
    }
    double sum = 0;
    double own = logits[at + e] - most;
    for (int i = 0; i < c; i++) {
      double power = Math.exp(logits[at + i] - most);
      sum += power;
      logits[at + i] = (float) power;
    }
    Kernels.get().scale((float) (1 / sum / batch.size()), logits, at, c);
    logits[at + e] -= 1f / batch.size();
    return Math.log(sum) - own;
  }

  private void backward(Batch batch, float[][] activations, float[] dUsers) {
    int b = batch.size();
    float[] d = dUsers;
    for (int l = weights.tower().size() - 1; l >= 0; l--) {
      Dense layer = weights.tower().get(l);
      float[] x = activations[l + 1];
      if (l + 1 < weights.tower().size()) {
        Activation.RELU.gradient(x, 0, x, 0, d, 0, d.length);
      }
      float[] dInput = new float[b * layer.in()];
      DenseBackward.run(layer, gradients.get(l), b, activations[l], 0, d, 0, dInput);
      d = dInput;
    }
    int width = weights.embedding() + 1;
    for (int e = 0; e < b; e++) {
      for (int item : batch.histories[e]) {
        rows.addGradient(1f / batch.histories[e].length, historyTable, item, d, e * width);
      }
      for (int feature : batch.context[e]) {
        contextTable.add(feature, 1, d, e * width);
      }
    }
  }
}
