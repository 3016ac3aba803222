package dev.kindred.tools.train.deep;

import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.TowerWeights;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.neural.Adam;
import dev.kindred.tools.train.neural.Initial;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The loop over batches of {@link TowerPass}. One thread does it all, so that the number of threads
 * changes nothing. Not thread-safe.
 */
final class TowerTraining {
  private static final double DEVIATION = 0.1;

  private final TwoTower plan;
  private final TowerPass pass;
  private final Rows rows;
  private final Adam layers;
  private final int items;
  private final SplittableRandom random;

  /** Draws the weights' first values; a moment that training never sees adds nothing. */
  TowerTraining(TwoTower plan, TowerWeights weights, ItemSpace space, long seed) {
    this.plan = plan;
    this.random = new SplittableRandom(seed);
    this.rows = Rows.of(space);
    this.pass = new TowerPass(weights, rows, plan.temperature());
    this.layers = new Adam(pass.layers(), 0);
    this.items = space.items().size();
    Initial.normal(weights.itemEmbedding(), DEVIATION, random);
    Initial.normal(weights.historyEmbedding(), DEVIATION, random);
    for (Dense layer : weights.tower()) {
      Initial.glorot(layer.weights(), layer.in(), layer.out(), random);
    }
  }

  /** Trains; returns the mean loss of the last epoch. */
  double run(Histories histories, Moments moments, Progress progress) {
    Examples examples = Examples.of(histories, items);
    double mean = 0;
    for (int epoch = 0; epoch < plan.epochs(); epoch++) {
      int[] order = examples.shuffled(random);
      double loss = 0;
      for (int from = 0; from < order.length; from += plan.batch()) {
        int to = Math.min(order.length, from + plan.batch());
        double done = (epoch + (double) to / order.length) / plan.epochs();
        TowerPass.Batch batch =
            examples.batch(plan, moments, rows, Arrays.copyOfRange(order, from, to), random);
        loss += pass.run(batch);
        step(plan.learning_rate() * (1 - done));
      }
      mean = order.length == 0 ? 0 : loss / order.length;
      progress.epoch(epoch + 1, plan.epochs(), mean);
    }
    return mean;
  }

  private void step(double rate) {
    for (Table table : pass.tables()) {
      table.step(rate, plan.regularization());
    }
    List<Parameter> gradients = pass.gradients();
    layers.step(gradients, rate, 1);
    gradients.forEach(gradient -> Arrays.fill(gradient.values(), 0));
  }
}
