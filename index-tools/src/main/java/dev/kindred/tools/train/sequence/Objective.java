package dev.kindred.tools.train.sequence;

import dev.kindred.internal.neural.Embedding;
import dev.kindred.tools.train.neural.Hash;
import dev.kindred.tools.train.neural.loss.FullSoftmax;
import dev.kindred.tools.train.neural.loss.NegativeSampler;
import dev.kindred.tools.train.neural.loss.RowLoss;
import dev.kindred.tools.train.neural.loss.SampledLoss;

/** The chosen loss of one shard's rows. Not thread-safe. */
final class Objective {
  private final FullSoftmax full;
  private final SampledLoss sampled;
  private final NegativeSampler sampler;
  private final int negatives;

  /**
   * @param negatives drawn for the rows of a shard
   * @param exponent α of the sampler
   * @param calibration t of {@link Loss#GBCE}
   * @param regularization of {@link Loss#BPR_MAX}
   */
  record Choice(
      Loss loss, int negatives, double exponent, double calibration, double regularization) {}

  Objective(Choice choice, Embedding items, float[] bias, int[] counts) {
    negatives = choice.negatives;
    sampler = new NegativeSampler(counts, choice.exponent);
    if (choice.loss == Loss.SOFTMAX) {
      full = new FullSoftmax(items, bias);
      sampled = null;
    } else {
      full = null;
      float[] shift = choice.loss == Loss.SAMPLED ? sampler.logExpected(negatives) : null;
      sampled = new SampledLoss(rowLoss(choice, items.count()), items, bias, shift);
    }
  }

  private static RowLoss rowLoss(Choice choice, int items) {
    return switch (choice.loss) {
      case SOFTMAX, SAMPLED -> RowLoss.softmax();
      case GBCE -> RowLoss.binary(RowLoss.power(choice.calibration, choice.negatives, items));
      case BPR_MAX -> RowLoss.bprMax(choice.regularization);
    };
  }

  /** As {@link FullSoftmax#run}; the key decides which items are sampled. */
  double run(
      int rows,
      float[] x,
      int[] targets,
      float scale,
      float[] dx,
      Embedding gradient,
      float[] dBias,
      long key) {
    if (full != null) {
      return full.run(rows, x, targets, scale, dx, gradient, dBias);
    }
    int[] sample = sampler.draw(Hash.of(key, negatives), negatives);
    return sampled.run(rows, x, targets, sample, scale, dx, gradient, dBias);
  }
}
