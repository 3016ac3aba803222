package dev.kindred.tools.train.neural;

import dev.kindred.internal.math.Kernels;
import dev.kindred.internal.math.RowParallel;
import dev.kindred.internal.neural.Parameter;
import java.util.List;

/**
 * A batch cut into a fixed number of parts, each with a gradient of its own; these are added in the
 * order of the parts. The result depends on the batch alone, not on who computed which part.
 */
public final class Shards {
  /** Parts of a batch. */
  public static final int COUNT = 8;

  private static final int CHUNK = 1 << 14;

  private Shards() {}

  /** What is done for one part. */
  @FunctionalInterface
  public interface Task {
    /**
     * @param shard 0 to {@link #COUNT}−1
     * @return the part's loss
     */
    double run(int shard);
  }

  /** Runs every part; returns the sum of their losses. */
  public static double run(int threads, Task task) {
    double[] losses = new double[COUNT];
    RowParallel.run(
        COUNT,
        1,
        threads,
        (from, to) -> {
          losses[from] = task.run(from);
        });
    double sum = 0;
    for (double loss : losses) {
      sum += loss;
    }
    return sum;
  }

  /** The first of so many examples that belongs to the part; the last's end for {@link #COUNT}. */
  public static int start(int shard, int examples) {
    return (int) ((long) examples * shard / COUNT);
  }

  /** Adds up gradients, part by part, into the first of them. */
  public static void sum(List<List<Parameter>> gradients, int threads) {
    List<Parameter> total = gradients.getFirst();
    for (int p = 0; p < total.size(); p++) {
      int parameter = p;
      float[] sum = total.get(p).values();
      RowParallel.run(
          sum.length,
          CHUNK,
          threads,
          (from, to) -> {
            for (List<Parameter> part : gradients.subList(1, gradients.size())) {
              float[] more = part.get(parameter).values();
              Kernels.get().axpy(1, more, from, sum, from, to - from);
            }
          });
    }
  }
}
