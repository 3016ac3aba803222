package dev.kindred.tools.train.deep;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.neural.Dense;
import dev.kindred.internal.neural.Noise;
import dev.kindred.internal.neural.Parameter;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.tools.train.neural.Dropout;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.Initial;
import dev.kindred.tools.train.neural.Learner;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Epochs of batches of {@link JointPass}. One thread does it all, so that the number of threads
 * changes nothing; what an epoch draws depends on its number alone. Not thread-safe.
 */
final class JointTraining implements Learner {
  private static final double DEVIATION = 0.05;

  /** How many items are scored at once in validation. */
  private static final int CHUNK = 2048;

  private final Plan plan;
  private final JointWeights weights;
  private final JointPass pass;
  private final Update update;
  private final Rows rows;
  private final Sampling sampling;
  private final Exam exam;
  private final int length;
  private final long seed;
  private Crosses crosses;

  /** What one training does; see {@link NeuMf}. */
  record Plan(
      int negatives,
      double learningRate,
      double regularization,
      double dropout,
      int epochs,
      int batch) {}

  /** Draws the weights' first values; a moment that training never sees adds nothing. */
  JointTraining(
      Plan plan,
      JointModel.Settings settings,
      JointWeights weights,
      ItemSpace space,
      Moments moments,
      Exam exam,
      long seed) {
    this.plan = plan;
    this.weights = weights;
    this.rows = Rows.of(space);
    this.pass = new JointPass(settings, weights, rows);
    this.update = new Update(pass.tables(), pass.layers(), pass.gradients(), plan.regularization);
    this.sampling =
        new Sampling(exam.rest(), settings.length(), moments, space.items().size(), plan.negatives);
    this.exam = exam;
    this.length = settings.length();
    this.seed = seed;
    initialize(weights, new SplittableRandom(seed));
  }

  private static void initialize(JointWeights weights, SplittableRandom random) {
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
   * Adds the wide part, with the pairs of items that the first epoch meets.
   *
   * @param context features of moments
   * @param most pairs
   * @param alpha FTRL's learning rate
   * @param l1 FTRL's λ₁
   */
  Crosses cross(int context, int most, double alpha, double l1) {
    Pairs pairs = new Pairs(rows.byItem().length, most);
    for (Sampling.Slice slice : sampling.slices(random(1))) {
      pairs.meet(sampling.history(slice), slice.targets());
    }
    crosses = new Crosses(rows, context, pairs, alpha, l1);
    return crosses;
  }

  private SplittableRandom random(int epoch) {
    return new SplittableRandom(Hash.of(seed, epoch));
  }

  /** Trains; returns the mean loss of a target and its negatives. */
  @Override
  public double epoch(int number) {
    SplittableRandom random = random(number);
    List<Sampling.Slice> slices = sampling.slices(random);
    double loss = 0;
    int targets = 0;
    int next = 0;
    while (next < slices.size()) {
      List<Group> groups = new ArrayList<>();
      int size = 0;
      long step = Hash.of(number, next);
      double done = (number - 1 + (double) next / slices.size()) / plan.epochs;
      while (next < slices.size() && size < plan.batch) {
        size += slices.get(next).targets().length;
        groups.add(sampling.group(slices.get(next++), random));
      }
      loss += step(groups, step, plan.learningRate * (1 - done));
      targets += size;
    }
    return targets == 0 ? 0 : loss / targets;
  }

  private double step(List<Group> groups, long step, double rate) {
    float[] extra = new float[JointPass.examples(groups)];
    if (crosses != null) {
      crosses.forward(groups, extra);
    }
    Noise noise = Dropout.of(plan.dropout, seed, step);
    double loss = pass.run(groups, extra, noise);
    update.step(rate);
    if (crosses != null) {
      float targets = groups.stream().mapToInt(group -> group.targets().length).sum();
      Kernels.get().scale(targets, extra, 0, extra.length);
      crosses.backward(extra);
    }
    return loss;
  }

  @Override
  public double validate() {
    return exam.ndcg(rows.byItem().length, this::score);
  }

  /** Scores all items, chunk by chunk; a chunk's first item stands in for its target. */
  private void score(int user, float[] scores) {
    int[] all = exam.histories().get(user);
    int[] history = Arrays.copyOfRange(all, Math.max(0, all.length - length), all.length);
    int[] asked = Arrays.copyOf(history, history.length + 1);
    int[][] context = {exam.context().get(user)};
    float[] logits = new float[CHUNK + 1];
    for (int from = 0; from < scores.length; from += CHUNK) {
      int first = from;
      int[] items = new int[Math.min(CHUNK, scores.length - from)];
      Arrays.setAll(items, i -> first + i);
      asked[history.length] = items[0];
      Group group = new Group(asked, new int[] {history.length}, context, items);
      float[] extra = new float[items.length + 1];
      if (crosses != null) {
        crosses.forward(List.of(group), extra);
      }
      pass.logits(group, extra, logits);
      System.arraycopy(logits, 1, scores, from, items.length);
    }
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(weights.parameters());
    if (crosses != null) {
      all.add(crosses.weights());
    }
    return all;
  }

  @Override
  public List<Parameter> state() {
    List<Parameter> state = update.state();
    if (crosses != null) {
      state.addAll(crosses.state());
    }
    return state;
  }
}
