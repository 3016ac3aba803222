package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AutoencoderTest {
  private static final double REGULARIZATION = 3;
  private static final float STEP = 4e-3f;
  private static final int[] ROWS = {4, 0, 7};

  private final Matrix matrix = matrix();

  /** Strengths of several sizes, dislikes among them, and more columns than one range has. */
  private static Matrix matrix() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (int column = 0; column < 600; column++) {
      events.item("i" + column);
    }
    for (int e = 0; e < 160; e++) {
      int item = random.nextInt(6) * random.nextInt(100);
      float value = random.nextInt(8) == 0 ? -1 : 1 + random.nextInt(3);
      events.add("u" + random.nextInt(9), "i" + item, value, e);
    }
    return Matrix.strengths(events.build());
  }

  static Stream<Objective> objectives() {
    return Stream.of(
        new Objective.Squared(0.3), new Objective.Multinomial(), new Objective.Stars());
  }

  private Autoencoder network(Objective objective) {
    Autoencoder network = new Autoencoder(matrix, 5, objective, REGULARIZATION, 1);
    for (float[] parameter : network.parameters()) {
      System.arraycopy(random(parameter.length, 7), 0, parameter, 0, parameter.length);
    }
    return network;
  }

  private static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** The mean loss a row as the trainer defines it, the rows' share of the regularisation added. */
  private double loss(Autoencoder network, double dropout) {
    List<float[]> scratch = network.zeros();
    double mean = network.new Batch(ROWS.length).gradient(ROWS, dropout, 9, scratch, 1);
    double squares = 0;
    for (int p = 0; p <= 2; p += 2) {
      for (float value : network.parameters().get(p)) {
        squares += (double) value * value;
      }
    }
    return mean + REGULARIZATION / 2 * squares / matrix.rows();
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void theGradientIsTheSlopeOfTheLoss(Objective objective) {
    Autoencoder network = network(objective);
    List<float[]> gradients = network.zeros();
    network.new Batch(ROWS.length).gradient(ROWS, 0.4, 9, gradients, 2);
    SplittableRandom places = new SplittableRandom(3);
    for (int p = 0; p < gradients.size(); p++) {
      float[] values = network.parameters().get(p);
      for (int sample = 0; sample < 12; sample++) {
        int at = places.nextInt(values.length);
        float before = values[at];
        values[at] = before + STEP;
        double above = loss(network, 0.4);
        values[at] = before - STEP;
        double below = loss(network, 0.4);
        values[at] = before;
        double slope = (above - below) / (2 * STEP);
        assertThat((double) gradients.get(p)[at])
            .as("parameter %s at %s", p, at)
            .isCloseTo(slope, within(2e-3 + 0.01 * Math.abs(slope)));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("objectives")
  void threadsChangeNothing(Objective objective) {
    Autoencoder network = network(objective);
    List<float[]> one = network.zeros();
    List<float[]> many = network.zeros();
    double alone = network.new Batch(ROWS.length).gradient(ROWS, 0.4, 9, one, 1);
    assertThat(network.new Batch(8).gradient(ROWS, 0.4, 9, many, 4)).isEqualTo(alone);
    for (int p = 0; p < one.size(); p++) {
      assertThat(many.get(p)).isEqualTo(one.get(p));
    }
  }

  /** The squared error of every pair, by its definition. */
  @Test
  void theSquaredErrorIsOfEveryPair() {
    float[] z = random(matrix.width(), 3);
    double expected = 0;
    float[] strengths = new float[matrix.width()];
    for (int p = matrix.starts()[4]; p < matrix.starts()[5]; p++) {
      strengths[matrix.columns()[p]] = matrix.values()[p];
    }
    for (int i = 0; i < z.length; i++) {
      double error = z[i] - (strengths[i] > 0 ? 1 : 0);
      expected += (0.3 + Math.abs(strengths[i])) * error * error;
    }
    double loss = new Objective.Squared(0.3).gradient(matrix, 4, z, 0);
    assertThat(loss).isCloseTo(expected, within(1e-4 * expected));
  }

  /** The squared error of what was rated, by its definition. */
  @Test
  void starsAreOfWhatWasRated() {
    float[] z = random(matrix.width(), 3);
    double expected = 0;
    for (int p = matrix.starts()[4]; p < matrix.starts()[5]; p++) {
      expected += Math.pow(z[matrix.columns()[p]] - matrix.values()[p], 2);
    }
    double loss = new Objective.Stars().gradient(matrix, 4, z, 0);
    assertThat(loss).isCloseTo(expected, within(1e-4 * expected));
  }

  /** The log-likelihood of what is liked, by its definition. */
  @Test
  void theMultinomialIsOfWhatIsLiked() {
    float[] z = random(matrix.width(), 3);
    double sum = 0;
    for (float out : z) {
      sum += Math.exp(out);
    }
    double expected = 0;
    for (int p = matrix.starts()[4]; p < matrix.starts()[5]; p++) {
      double liked = Math.max(0, matrix.values()[p]);
      expected -= liked * (z[matrix.columns()[p]] - Math.log(sum));
    }
    double loss = new Objective.Multinomial().gradient(matrix, 4, z, 0);
    assertThat(loss).isCloseTo(expected, within(1e-4 * expected));
  }
}
