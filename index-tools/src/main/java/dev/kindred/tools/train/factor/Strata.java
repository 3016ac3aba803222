package dev.kindred.tools.train.factor;

import dev.kindred.tools.train.matrix.Matrix;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Liked pairs divided into blocks of users × blocks of items, anew each epoch (Gemulla, Nijkamp,
 * Haas and Sismanis 2011, "Large-scale matrix factorization with distributed stochastic gradient
 * descent"): blocks that differ in both share no parameter. How many there are depends on the data
 * alone.
 */
final class Strata {
  private static final int MOST_BLOCKS = 8;
  private static final int ITEMS_A_BLOCK = 100;

  private final int blocks;
  private final int[] columns;
  private final int[] pairs;
  private final int[] userOf;
  private final int[] items;
  private final int[] userBlock;
  private final int[] itemBlock;
  private final int[] bounds;
  private final int[] starts;
  private final int[] order;

  /** The cells above 0 are the liked pairs. */
  Strata(Matrix matrix) {
    this.columns = matrix.columns();
    this.pairs = IntStream.range(0, columns.length).filter(p -> matrix.values()[p] > 0).toArray();
    this.userOf = new int[columns.length];
    for (int user = 0; user < matrix.rows(); user++) {
      Arrays.fill(userOf, matrix.starts()[user], matrix.starts()[user + 1], user);
    }
    this.items = Arrays.stream(pairs).map(p -> columns[p]).distinct().sorted().toArray();
    this.blocks = Math.clamp(items.length / ITEMS_A_BLOCK, 1, MOST_BLOCKS);
    this.userBlock = new int[matrix.rows()];
    this.itemBlock = new int[matrix.width()];
    this.bounds = new int[blocks + 1];
    for (int b = 0; b <= blocks; b++) {
      bounds[b] = (int) ((long) items.length * b / blocks);
    }
    this.starts = new int[blocks * blocks + 1];
    this.order = new int[pairs.length];
  }

  int blocks() {
    return blocks;
  }

  /** Those that anybody likes. */
  int[] items() {
    return items.clone();
  }

  int user(int pair) {
    return userOf[pair];
  }

  /** Divides anew. */
  void shuffle(SplittableRandom random) {
    for (int user = 0; user < userBlock.length; user++) {
      userBlock[user] = random.nextInt(blocks);
    }
    for (int n = items.length; n > 1; n--) {
      int drawn = random.nextInt(n);
      int item = items[drawn];
      items[drawn] = items[n - 1];
      items[n - 1] = item;
    }
    for (int b = 0; b < blocks; b++) {
      for (int i = bounds[b]; i < bounds[b + 1]; i++) {
        itemBlock[items[i]] = b;
      }
    }
    sort();
  }

  private void sort() {
    Arrays.fill(starts, 0);
    for (int pair : pairs) {
      starts[block(pair) + 1]++;
    }
    for (int b = 0; b + 1 < starts.length; b++) {
      starts[b + 1] += starts[b];
    }
    int[] next = starts.clone();
    for (int pair : pairs) {
      order[next[block(pair)]++] = pair;
    }
  }

  private int block(int pair) {
    return userBlock[userOf[pair]] * blocks + itemBlock[columns[pair]];
  }

  /** Cells of the matrix; the caller's to change. */
  int[] pairs(int ofUsers, int ofItems) {
    int block = ofUsers * blocks + ofItems;
    return Arrays.copyOfRange(order, starts[block], starts[block + 1]);
  }

  /** A liked item of the block, each as likely. */
  int draw(int block, SplittableRandom random) {
    return items[bounds[block] + random.nextInt(bounds[block + 1] - bounds[block])];
  }
}
