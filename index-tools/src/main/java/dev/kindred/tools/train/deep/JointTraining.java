package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.neural.Adam;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.Initial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The loop over batches of {@link JointPass}. One thread does it all, so that the number of threads
 * changes nothing. Not thread-safe.
 */
final class JointTraining {
  private static final double DEVIATION = 0.05;

  private final JointPass pass;
  private final Adam layers;
  private final int items;
  private final SplittableRandom random;
  private final long seed;

  /** What one training does; see {@link NeuMf}. */
  record Plan(
      int negatives,
      double learningRate,
      double regularization,
      double dropout,
      int epochs,
      int batch) {}

  /** Draws the weights' first values; a moment that training never sees adds nothing. */
  JointTraining(JointModel.Settings settings, JointWeights weights, ItemSpace space, long seed) {
    this.pass = new JointPass(settings, weights, Rows.of(space));
    this.layers = new Adam(pass.layers(), 0);
    this.items = space.items().size();
    this.random = new SplittableRandom(seed);
    this.seed = seed;
    initialize(weights);
  }

  private void initialize(JointWeights weights) {
    for (float[] table :
        List.of(
            weights.itemFactors(),
            weights.itemEmbedding(),
            weights.historyFactors(),
            weights.historyEmbedding())) {
      Initial.normal(table, DEVIATION, random);
    }
    for (Dense layer : weights.hidden()) {
      Initial.glorot(layer.weights(), layer.in(), layer.out(), random);
    }
    Dense output = weights.output();
    Initial.glorot(output.weights(), output.in(), 1, random);
    Arrays.fill(output.weights(), 0, weights.factors(), 1);
  }

  /**
   * Trains.
   *
   * @param crosses the wide part; null for none
   * @return the mean loss of a target and its negatives in the last epoch
   */
  double run(Plan plan, Histories histories, Moments moments, Crosses crosses, Progress progress) {
    Sampling sampling = new Sampling(histories, moments, items, plan.negatives);
    double mean = Double.NaN;
    long step = 0;
    for (int epoch = 0; epoch < plan.epochs; epoch++) {
      List<Sampling.Slice> slices = sampling.slices(random);
      double loss = 0;
      int targets = 0;
      int next = 0;
      while (next < slices.size()) {
        List<Group> groups = new ArrayList<>();
        int size = 0;
        while (next < slices.size() && size < plan.batch) {
          size += slices.get(next).targets().length;
          groups.add(sampling.group(slices.get(next++), random));
        }
        double done = (epoch + (double) next / slices.size()) / plan.epochs;
        loss += step(plan, groups, crosses, step++, plan.learningRate * (1 - done));
        targets += size;
      }
      mean = targets == 0 ? 0 : loss / targets;
      progress.epoch(epoch + 1, plan.epochs, mean);
    }
    return mean;
  }

  private double step(Plan plan, List<Group> groups, Crosses crosses, long step, double rate) {
    float[] extra = new float[JointPass.examples(groups)];
    if (crosses != null) {
      crosses.forward(groups, extra);
    }
    Noise noise = Dropout.of(plan.dropout, seed, step);
    double loss = pass.run(groups, extra, noise);
    for (Table table : pass.tables()) {
      table.step(rate, plan.regularization);
    }
    List<Parameter> gradients = pass.gradients();
    layers.step(gradients, rate, 1);
    gradients.forEach(gradient -> Arrays.fill(gradient.values(), 0));
    if (crosses != null) {
      float targets = groups.stream().mapToInt(group -> group.targets().length).sum();
      Kernels.get().scale(targets, extra, 0, extra.length);
      crosses.backward(extra);
    }
    return loss;
  }
}
