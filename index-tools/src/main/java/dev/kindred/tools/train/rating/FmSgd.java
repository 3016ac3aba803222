package dev.kindred.tools.train.rating;

import dev.kindred.internal.math.Kernels;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Stochastic gradient descent on the squared error with a penalty {@code λ·θ²} each time a
 * parameter takes part (Koren 2008, section 4; Rendle 2010, section III.C). Users come in a random
 * order, their ratings too; features that users share move once a user, by the gradient of all of
 * the user's ratings. Mutable; one thread, so that the seed alone decides.
 */
final class FmSgd implements Learner {
  private static final double DEVIATION = 0.1;
  private static final int ALL = Integer.MAX_VALUE;

  /**
   * @param rate of learning in the first epoch
   * @param decay factor of the rate from epoch to epoch
   * @param penalty λ
   * @param adaptive whether each parameter's rate falls with its gradients (Duchi et al. 2011)
   * @param own whether features of one side interact with each other
   */
  record Steps(double rate, double decay, double penalty, boolean adaptive, boolean own) {}

  private final FmDesign design;
  private final Steps steps;
  private final double mean;
  private final int stride;
  private final FmRows users;
  private final FmRows items;
  private final int[] starts;
  private final SplittableRandom random;
  private final float[] userBase;
  private final float[] user;
  private final float[] item;
  private final float[] ofUser;
  private final float[] ofItem;
  private final float[] common;
  private double rate;

  FmSgd(FmDesign design, int factors, Steps steps, double mean, long seed) {
    this.design = design;
    this.steps = steps;
    this.mean = mean;
    this.stride = factors + 1;
    this.random = new SplittableRandom(seed);
    this.users = new FmRows(design.users(), factors, DEVIATION, steps.adaptive, random);
    this.items = new FmRows(design.items(), factors, DEVIATION, steps.adaptive, random);
    this.starts = starts(design.users());
    this.userBase = new float[stride];
    this.user = new float[stride];
    this.item = new float[stride];
    this.ofUser = new float[stride];
    this.ofItem = new float[stride];
    this.common = new float[stride];
    this.rate = steps.rate;
  }

  private static int[] starts(FmBlock users) {
    int[] starts = new int[users.rowCount() + 1];
    for (int row = 0; row < users.rowCount(); row++) {
      starts[row + 1] = starts[row] + users.ratings()[row];
    }
    return starts;
  }

  /** One pass over all ratings. */
  @Override
  public void round(int threads) {
    for (int row : shuffled(design.users().rowCount(), 0)) {
      if (starts[row] < starts[row + 1]) {
        learn(row);
      }
    }
    rate *= steps.decay;
  }

  private int[] shuffled(int count, int first) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = first + i;
    }
    return order;
  }

  private void learn(int row) {
    int count = starts[row + 1] - starts[row];
    users.sum(row, 1, userBase);
    Arrays.fill(common, 0);
    for (int n : shuffled(count, starts[row])) {
      int itemRow = design.items().rowOf()[n];
      System.arraycopy(userBase, 0, user, 0, stride);
      users.addOwn(row, user);
      items.sum(itemRow, 0, item);
      float error = (float) (design.stars()[n] - predict(row, itemRow));
      slopes(error);
      Kernels.get().axpy(1, ofUser, 0, common, 0, stride);
      users.step(row, 0, 1, ofUser, 1, rate, steps);
      items.step(itemRow, 0, ALL, ofItem, 1, rate, steps);
    }
    users.step(row, 1, ALL, common, count, rate, steps);
  }

  /** The gradient of one rating by what each side adds up to: error × the other side, or both. */
  private void slopes(float error) {
    Arrays.fill(ofUser, 0);
    Kernels.get().axpy(error, item, 0, ofUser, 0, stride - 1);
    Arrays.fill(ofItem, 0);
    Kernels.get().axpy(error, user, 0, ofItem, 0, stride - 1);
    if (steps.own) {
      Kernels.get().axpy(1, ofItem, 0, ofUser, 0, stride - 1);
      System.arraycopy(ofUser, 0, ofItem, 0, stride - 1);
    }
    ofUser[stride - 1] = error;
    ofItem[stride - 1] = error;
  }

  /** From {@link #user} and {@link #item}, whose weights hold no interactions. */
  private double predict(int userRow, int itemRow) {
    double value =
        mean
            + user[stride - 1]
            + item[stride - 1]
            + Kernels.get().dot(user, 0, item, 0, stride - 1);
    return steps.own
        ? value + users.interactions(userRow, user) + items.interactions(itemRow, item)
        : value;
  }

  @Override
  public double error(CarveOut held) {
    double squares = 0;
    for (int n = 0; n < held.stars().length; n++) {
      int userRow = held.users()[n];
      int itemRow = held.items()[n];
      users.sum(userRow, 0, user);
      items.sum(itemRow, 0, item);
      double error = held.stars()[n] - held.scale().clip(predict(userRow, itemRow));
      squares += error * error;
    }
    return Math.sqrt(squares / held.stars().length);
  }

  @Override
  public FmWeights users() {
    return users.weights();
  }

  @Override
  public FmWeights items() {
    return items.weights();
  }
}
