package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The parameters of a BPR factorisation and the steps that learn them. An epoch runs stratum after
 * stratum; the blocks of a stratum share neither users nor items and run side by side.
 */
final class BprSteps {
  private static final double SPREAD = 0.1;
  private static final int DRAWS = 32;

  private final Bpr bpr;
  private final int k;
  private final Matrix matrix;
  private final long seed;
  private final Strata strata;
  private final float[][] users;
  private final float[][] items;

  BprSteps(Bpr bpr, Matrix matrix, long seed) {
    this.bpr = bpr;
    this.k = bpr.factors();
    this.matrix = matrix;
    this.seed = seed;
    this.strata = new Strata(matrix);
    this.users = new float[matrix.rows()][];
    this.items = new float[matrix.width()][];
    SplittableRandom random = new SplittableRandom(seed);
    for (int user = 0; user < users.length; user++) {
      users[user] = row(random);
    }
    for (int item : strata.items()) {
      items[item] = row(random);
    }
  }

  /** k factors and the bias, 0. */
  private float[] row(SplittableRandom random) {
    float[] row = new float[k + 1];
    for (int f = 0; f < k; f++) {
      row[f] = (float) (random.nextGaussian() * SPREAD / Math.sqrt(k));
    }
    return row;
  }

  /** Factors and biases, k + 1 to a row; zeros for an item that nobody likes. */
  float[] items() {
    float[] rows = new float[Math.multiplyExact(items.length, k + 1)];
    for (int item = 0; item < items.length; item++) {
      if (items[item] != null) {
        System.arraycopy(items[item], 0, rows, item * (k + 1), k + 1);
      }
    }
    return rows;
  }

  /**
   * Takes one step for each liked pair.
   *
   * @return the mean of −ln σ of the margins before each step; 0 when there is no pair to step for
   */
  double epoch(int epoch, int threads) {
    SplittableRandom random = new SplittableRandom(seed + 31L * (epoch + 1));
    strata.shuffle(random);
    double rate = bpr.learning_rate() * (1 - (double) epoch / bpr.epochs());
    int blocks = strata.blocks();
    Block[] all = new Block[blocks * blocks];
    for (int b = 0; b < all.length; b++) {
      all[b] = new Block(b / blocks, b % blocks, rate, random.split());
    }
    for (int shift = 0; shift < blocks; shift++) {
      int stratum = shift;
      RowParallel.run(
          blocks,
          1,
          threads,
          (from, to) -> {
            for (int b = from; b < to; b++) {
              all[b * blocks + (b + stratum) % blocks].run();
            }
          });
    }
    double loss = 0;
    long steps = 0;
    for (Block block : all) {
      loss += block.loss;
      steps += block.steps;
    }
    return steps == 0 ? 0 : loss / steps;
  }

  /** The pairs of some users with some items; the only one of its stratum to touch either. */
  private final class Block implements Runnable {
    private final int userBlock;
    private final int itemBlock;
    private final double rate;
    private final SplittableRandom random;
    private double loss;
    private int steps;

    Block(int userBlock, int itemBlock, double rate, SplittableRandom random) {
      this.userBlock = userBlock;
      this.itemBlock = itemBlock;
      this.rate = rate;
      this.random = random;
    }

    @Override
    public void run() {
      int[] pairs = strata.pairs(userBlock, itemBlock);
      for (int n = pairs.length; n > 0; n--) {
        int drawn = random.nextInt(n);
        int pair = pairs[drawn];
        pairs[drawn] = pairs[n - 1];
        int user = strata.user(pair);
        int negative = hardest(user);
        if (negative >= 0) {
          step(user, matrix.columns()[pair], negative, matrix.values()[pair]);
        }
      }
    }

    /** The highest scored of the items drawn; −1 when nearly all of the block's are observed. */
    private int hardest(int user) {
      int best = draw(user);
      for (int n = 1; n < bpr.negatives() && best >= 0; n++) {
        int other = draw(user);
        if (other >= 0 && score(user, other) > score(user, best)) {
          best = other;
        }
      }
      return best;
    }

    private int draw(int user) {
      for (int n = 0; n < DRAWS; n++) {
        int item = strata.draw(itemBlock, random);
        if (!likes(user, item)) {
          return item;
        }
      }
      return -1;
    }

    private void step(int user, int liked, int other, float strength) {
      float margin = score(user, liked) - score(user, other);
      double error = 1 / (1 + Math.exp(margin));
      loss += Math.max(0, -margin) + Math.log1p(Math.exp(-Math.abs(margin)));
      steps++;
      float gain = (float) (rate * strength * error);
      float keep = (float) (1 - rate * bpr.regularization());
      climb(users[user], items[liked], items[other], gain, keep);
    }
  }

  private float score(int user, int item) {
    float[] row = items[item];
    return Kernels.get().dot(users[user], 0, row, 0, k) + row[k];
  }

  private boolean likes(int user, int item) {
    int p =
        Arrays.binarySearch(
            matrix.columns(), matrix.starts()[user], matrix.starts()[user + 1], item);
    return p >= 0 && matrix.values()[p] > 0;
  }

  /** One step up the gradient for three rows, all three as they were before it. */
  private void climb(float[] u, float[] liked, float[] other, float gain, float keep) {
    for (int f = 0; f < k; f++) {
      float uf = u[f];
      float i = liked[f];
      float j = other[f];
      u[f] = keep * uf + gain * (i - j);
      liked[f] = keep * i + gain * uf;
      other[f] = keep * j - gain * uf;
    }
    liked[k] = keep * liked[k] + gain;
    other[k] = keep * other[k] - gain;
  }
}
