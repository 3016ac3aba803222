package dev.kindred.tools.ltr;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * LambdaMART (Burges 2010, "From RankNet to LambdaRank to LambdaMART: An overview") by LightGBM (Ke
 * et al. 2017): gradient-boosted trees whose gradients are those of pairs, weighted by what
 * swapping them would change in NDCG. Stops when NDCG of held-out requests has not risen for {@code
 * patience} trees, and keeps the trees up to its best. Equal input gives equal trees, whatever the
 * number of threads.
 *
 * @param trees at most so many; 1 to 5000
 * @param leaves of a tree, at most; 2 to 1024. Few signals want small trees
 * @param learningRate what each tree counts; above 0, at most 1
 * @param minRows rows in a leaf, at least; positive
 * @param truncation pairs are made of the best so many of a request and the others; a bit more than
 *     the metric's cut-off; positive
 * @param cutoff of the NDCG that is watched; positive
 * @param patience trees without a rise; positive
 * @param seed of the library
 * @param threads at least 1
 */
public record LambdaMart(
    int trees,
    int leaves,
    double learningRate,
    int minRows,
    int truncation,
    int cutoff,
    int patience,
    long seed,
    int threads) {
  /** Works without tuning for some ten signals and some thousand requests. */
  public static final LambdaMart DEFAULT = new LambdaMart(500, 15, 0.05, 100, 20, 10, 50, 42, 1);

  public LambdaMart {
    require(trees >= 1 && trees <= 5000, "trees", trees, "1 to 5000");
    require(leaves >= 2 && leaves <= 1024, "leaves", leaves, "2 to 1024");
    require(
        learningRate > 0 && learningRate <= 1, "learning_rate", learningRate, "above 0, at most 1");
    require(minRows >= 1, "min_rows", minRows, "at least 1");
    require(truncation >= 1, "truncation", truncation, "at least 1");
    require(cutoff >= 1, "cutoff", cutoff, "at least 1");
    require(patience >= 1, "patience", patience, "at least 1");
    require(threads >= 1, "threads", threads, "at least 1");
  }

  private static void require(boolean holds, String name, Number value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          String.format(Locale.ROOT, "%s is %s, expected %s", name, value, expected));
    }
  }

  /** Told after each tree how many there are, and NDCG of the held-out requests. */
  @FunctionalInterface
  public interface Watch {
    void at(int trees, double ndcg);
  }

  /**
   * Learns.
   *
   * @param train requests to learn from
   * @param heldOut requests to stop by; of the same signals
   * @return LightGBM's text, with the trees up to the best
   * @throws IllegalArgumentException when there is nothing to learn from
   */
  public String train(Judgments train, Judgments heldOut, Watch watch) {
    if (train.requests().isEmpty() || heldOut.requests().isEmpty()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "%d requests to learn from and %d to stop by; both are needed, each with an item that"
                  + " was chosen and one that was not",
              train.requests().size(),
              heldOut.requests().size()));
    }
    if (!train.signals().equals(heldOut.signals())) {
      throw new IllegalArgumentException(
          "the signals to learn from are "
              + train.signals()
              + ", those to stop by "
              + heldOut.signals());
    }
    try {
      Natives.load();
      return boost(train, heldOut, watch);
    } catch (LGBMException e) {
      throw new IllegalStateException("LightGBM says: " + e.getMessage(), e);
    }
  }

  private String boost(Judgments train, Judgments heldOut, Watch watch) throws LGBMException {
    try (LGBMDataset data = dataset(train, null);
        LGBMDataset validation = dataset(heldOut, data);
        LGBMBooster booster = LGBMBooster.create(data, parameters())) {
      booster.addValidData(validation);
      double best = Double.NEGATIVE_INFINITY;
      int bestTrees = 0;
      for (int tree = 1; tree <= trees && tree - bestTrees <= patience; tree++) {
        boolean finished = booster.updateOneIter();
        double ndcg = booster.getEval(1)[0];
        watch.at(tree, ndcg);
        if (ndcg > best) {
          best = ndcg;
          bestTrees = tree;
        }
        if (finished) {
          break;
        }
      }
      return booster.saveModelToString(0, bestTrees, LGBMBooster.FeatureImportanceType.GAIN);
    }
  }

  private LGBMDataset dataset(Judgments judgments, LGBMDataset reference) throws LGBMException {
    int width = judgments.signals().size();
    double[] values = new double[Math.multiplyExact(judgments.rows(), width)];
    float[] labels = new float[judgments.rows()];
    List<Integer> groups = new ArrayList<>();
    int row = 0;
    for (Judged one : judgments.requests()) {
      groups.add(one.size());
      for (int i = 0; i < one.size(); i++, row++) {
        System.arraycopy(one.values()[i], 0, values, row * width, width);
        labels[row] = one.grades()[i];
      }
    }
    LGBMDataset data = LGBMDataset.createFromMat(values, row, width, true, parameters(), reference);
    data.setFeatureNames(judgments.signals().toArray(String[]::new));
    data.setField("label", labels);
    data.setField("group", groups.stream().mapToInt(Integer::intValue).toArray());
    return data;
  }

  private String parameters() {
    return String.format(
        Locale.ROOT,
        "objective=lambdarank metric=ndcg eval_at=%d num_leaves=%d learning_rate=%s"
            + " min_data_in_leaf=%d lambdarank_truncation_level=%d seed=%d num_threads=%d"
            + " deterministic=true force_row_wise=true verbosity=-1",
        cutoff,
        leaves,
        learningRate,
        minRows,
        truncation,
        seed,
        threads);
  }
}
