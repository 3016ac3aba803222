package dev.kindred.arrange.bandit;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Regression;
import java.time.Duration;

/**
 * Ridge regression that learns one observation at a time: A⁻¹ follows A by the formula of Sherman
 * and Morrison, d² operations an observation and no inversion. The downdate is symmetric to the
 * last bit, and after every {@value #REFRESH} observations A⁻¹ is taken anew from A, so that
 * rounding errors never add up.
 *
 * <p>With a half-life, weights grow towards the newest observation from a landmark that moves every
 * 64th of it; there A fades, λ stays, and A⁻¹ is taken anew. Weights relative to λ are so up to 1.1
 * % too large, weights relative to each other exact (D-LinUCB: Russac, Vernade and Cappé 2019). Not
 * thread-safe.
 */
public final class RidgeLearner {
  private static final int REFRESH = 4096;
  private static final int BLOCKS = 64;

  private final int d;
  private final double regularization;
  private final Duration halfLife;
  private final double[] gram;
  private final double[] target;
  private final double[] gain;
  private double[] inverse;
  private double weight;
  private long landmark;
  private int since;

  /**
   * @param dimension d, at least 1
   * @param regularization λ, above 0
   * @param halfLife null when nothing is forgotten
   */
  public RidgeLearner(int dimension, double regularization, Duration halfLife) {
    this.d = dimension;
    this.regularization = regularization;
    this.halfLife = halfLife;
    this.gram = new double[d * d];
    this.target = new double[d];
    this.gain = new double[d];
    this.landmark = Long.MIN_VALUE;
    refresh();
  }

  /**
   * What has to be kept to go on later.
   *
   * @param gram Σ w·x·xᵀ without λ, row-major
   * @param target b
   * @param weight Σ w
   * @param landmark milliseconds since the epoch at which the weights are meant
   */
  public record Sums(double[] gram, double[] target, double weight, long landmark) {}

  double regularization() {
    return regularization;
  }

  Duration halfLife() {
    return halfLife;
  }

  /** Goes on from what was kept. */
  public RidgeLearner resume(Sums kept) {
    if (kept.gram.length != d * d || kept.target.length != d) {
      throw new IllegalArgumentException(
          "expected sums over " + d + " features, got " + kept.target.length);
    }
    System.arraycopy(kept.gram, 0, gram, 0, d * d);
    System.arraycopy(kept.target, 0, target, 0, d);
    weight = kept.weight;
    landmark = kept.landmark;
    refresh();
    return this;
  }

  /** What {@link #resume} takes. */
  public Sums sums() {
    return new Sums(gram.clone(), target.clone(), weight, landmark);
  }

  /**
   * Learns one reward.
   *
   * @param features x, finite, of length d
   * @param time of the observation in milliseconds since the epoch, in any order
   */
  public void learn(double[] features, double reward, long time) {
    fade(time);
    // Above 1 between landmarks, below 1 for what comes late.
    double w = halfLife == null ? 1 : growth(time - landmark);
    double spread = 0;
    for (int i = 0; i < d; i++) {
      double sum = 0;
      for (int j = 0; j < d; j++) {
        sum += inverse[i * d + j] * features[j];
      }
      gain[i] = sum;
      spread += features[i] * sum;
      target[i] += w * reward * features[i];
    }
    double scale = 1 / (1 / w + spread);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        gram[i * d + j] += w * (features[i] * features[j]);
        inverse[i * d + j] -= scale * (gain[i] * gain[j]);
      }
    }
    weight += w;
    if (++since == REFRESH) {
      refresh();
    }
  }

  private double growth(long millis) {
    return Math.exp(Math.log(2) * millis / halfLife.toMillis());
  }

  private void fade(long time) {
    if (halfLife == null || landmark == Long.MIN_VALUE) {
      landmark = Math.max(landmark, time);
    } else if (time - landmark >= Math.max(1, halfLife.toMillis() / BLOCKS)) {
      double left = Arm.decay(time - landmark, halfLife);
      Spd.scale(gram, left);
      Spd.scale(target, left);
      weight *= left;
      landmark = time;
      refresh();
    }
  }

  private void refresh() {
    double[] a = gram.clone();
    for (int i = 0; i < d; i++) {
      a[i * d + i] += regularization;
    }
    inverse = Spd.inverse(a, d);
    since = 0;
  }

  /** θ alone. */
  public double[] coefficients() {
    double[] theta = new double[d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        theta[i] += inverse[i * d + j] * target[j];
      }
    }
    return theta;
  }

  /** What is known now; later learning does not touch it. */
  public Regression snapshot() {
    return new Regression(coefficients(), inverse.clone(), weight);
  }
}
