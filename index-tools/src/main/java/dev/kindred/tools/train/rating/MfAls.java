package dev.kindred.tools.train.rating;

import dev.kindred.data.Interactions;
import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.Ridge;
import dev.kindred.internal.math.RowParallel;
import java.util.SplittableRandom;

/**
 * Biased matrix factorisation by alternating least squares (Koren, Bell and Volinsky 2009; Zhou et
 * al. 2008 for the penalty λ·n of a row with n ratings): each row, factors and bias together, is
 * the ridge regression of its ratings on the other side's rows. Mutable.
 */
final class MfAls implements Learner {
  private static final double DEVIATION = 0.1;
  private static final int CHUNK = 64;

  private final Interactions byUser;
  private final Interactions byItem;
  private final int stride;
  private final double penalty;
  private final double mean;
  private final float[] users;
  private final float[] items;

  MfAls(Interactions ratings, int factors, double penalty, double mean, long seed) {
    this.byUser = ratings;
    this.byItem = ratings.transpose();
    this.stride = factors + 1;
    this.penalty = penalty;
    this.mean = mean;
    this.users = new float[ratings.users().size() * stride];
    this.items = new float[ratings.items().size() * stride];
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < items.length; i++) {
      items[i] = i % stride < factors ? (float) (DEVIATION * random.nextGaussian()) : 0;
    }
  }

  /** Solves users, then items. */
  @Override
  public void round(int threads) {
    solve(byUser, users, items, threads);
    solve(byItem, items, users, threads);
  }

  private void solve(Interactions ratings, float[] rows, float[] others, int threads) {
    RowParallel.run(
        ratings.users().size(),
        CHUNK,
        threads,
        (from, to) -> {
          for (int row = from; row < to; row++) {
            solve(ratings, row, rows, others);
          }
        });
  }

  private void solve(Interactions ratings, int row, float[] rows, float[] others) {
    int n = ratings.to(row) - ratings.from(row);
    float[] answer = new float[stride];
    if (n > 0) {
      float[] design = new float[n * stride];
      float[] matrix = new float[stride * stride];
      for (int i = 0; i < n; i++) {
        int p = ratings.from(row) + i;
        int other = ratings.item(p) * stride;
        System.arraycopy(others, other, design, i * stride, stride - 1);
        design[i * stride + stride - 1] = 1;
        float error = (float) (ratings.value(p) - mean - others[other + stride - 1]);
        Kernels.get().axpy(error, design, i * stride, answer, 0, stride);
      }
      Kernels.get().syrk(n, stride, design, 0, stride, matrix, 0, stride);
      float ridge = Math.max((float) (penalty * n), Ridge.least(stride, matrix));
      for (int f = 0; f < stride; f++) {
        matrix[f * stride + f] += ridge;
      }
      Kernels.get().cholesky(stride, matrix, 0, stride);
      Kernels.get().choleskySolve(stride, matrix, 0, stride, answer, 0);
    }
    System.arraycopy(answer, 0, rows, row * stride, stride);
  }

  @Override
  public double error(CarveOut held) {
    double squares = 0;
    for (int n = 0; n < held.stars().length; n++) {
      int user = held.users()[n] * stride;
      int item = held.items()[n] * stride;
      double value =
          mean
              + users[user + stride - 1]
              + items[item + stride - 1]
              + Kernels.get().dot(users, user, items, item, stride - 1);
      double error = held.stars()[n] - held.scale().clip(value);
      squares += error * error;
    }
    return Math.sqrt(squares / held.stars().length);
  }

  @Override
  public FmWeights users() {
    return FmWeights.of(users, stride);
  }

  @Override
  public FmWeights items() {
    return FmWeights.of(items, stride);
  }
}
