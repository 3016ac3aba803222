package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.TowerWeights;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.Initial;
import dev.kindred.tools.train.neural.Learner;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Epochs of batches of {@link TowerPass}. One thread does it all, so that the number of threads
 * changes nothing; what an epoch draws depends on its number alone. Not thread-safe.
 */
final class TowerTraining implements Learner {
  private static final double DEVIATION = 0.1;

  private final TwoTower plan;
  private final TowerWeights weights;
  private final TowerPass pass;
  private final Rows rows;
  private final Update update;
  private final Exam exam;
  private final Examples examples;
  private final Moments moments;
  private final long seed;

  /** Draws the weights' first values; a moment that training never sees adds nothing. */
  TowerTraining(
      TwoTower plan, TowerWeights weights, ItemSpace space, Exam exam, Moments moments, long seed) {
    this.plan = plan;
    this.weights = weights;
    this.rows = Rows.of(space);
    this.pass = new TowerPass(weights, rows, plan.temperature());
    this.update = new Update(pass.tables(), pass.layers(), pass.gradients(), plan.regularization());
    this.exam = exam;
    this.examples = Examples.of(exam.rest(), space.items().size());
    this.moments = moments;
    this.seed = seed;
    SplittableRandom random = new SplittableRandom(seed);
    Initial.normal(weights.itemEmbedding(), DEVIATION, random);
    Initial.normal(weights.historyEmbedding(), DEVIATION, random);
    for (Dense layer : weights.tower()) {
      Initial.glorot(layer.weights(), layer.in(), layer.out(), random);
    }
  }

  @Override
  public double epoch(int number) {
    SplittableRandom random = new SplittableRandom(Hash.of(seed, number));
    int[] order = examples.shuffled(random);
    double loss = 0;
    for (int from = 0; from < order.length; from += plan.batch()) {
      int to = Math.min(order.length, from + plan.batch());
      double done = (number - 1 + (double) from / order.length) / plan.epochs();
      TowerPass.Batch batch =
          examples.batch(plan, moments, rows, Arrays.copyOfRange(order, from, to), random);
      loss += pass.run(batch);
      update.step(plan.learning_rate() * (1 - done));
    }
    return order.length == 0 ? 0 : loss / order.length;
  }

  @Override
  public double validate() {
    int items = rows.byItem().length;
    float[] vectors = exam.answers().length == 0 ? new float[0] : pass.items(rows.byItem());
    return exam.ndcg(items, (user, scores) -> score(user, vectors, scores));
  }

  private void score(int user, float[] vectors, float[] scores) {
    int[] history = exam.histories().get(user);
    int[] latest =
        Arrays.copyOfRange(history, Math.max(0, history.length - plan.length()), history.length);
    float[] query = pass.query(latest, exam.context().get(user));
    int width = weights.factors();
    for (int item = 0; item < scores.length; item++) {
      scores[item] = Kernels.get().dot(query, 0, vectors, item * width, width);
    }
  }

  @Override
  public List<Parameter> parameters() {
    return weights.parameters();
  }

  @Override
  public List<Parameter> state() {
    return update.state();
  }
}
