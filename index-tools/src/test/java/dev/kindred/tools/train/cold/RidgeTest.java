package dev.kindred.tools.train.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RidgeTest {
  private static final int ROWS = 200;
  private static final int Z = 4;

  private static Samples samples(UnaryOperator<float[]> truth) {
    SplittableRandom random = new SplittableRandom(3);
    float[][] known = new float[ROWS][Z + 1];
    float[][] wanted = new float[ROWS][];
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < Z; j++) {
        known[i][j] = (float) random.nextGaussian();
      }
      known[i][Z] = 1;
      wanted[i] = truth.apply(known[i]);
      weights[i] = random.nextDouble(0.1, 1);
    }
    return new Samples(known, wanted, weights);
  }

  @Test
  void findsALineAndItsIntercept() {
    Samples samples = samples(z -> new float[] {2 * z[0] - z[3] + 5, z[1]});
    float[] map = new Ridge(samples, 1e-9, 0).map();
    float[] expected = {2, 0, 0, 1, 0, 0, -1, 0, 5, 0};
    for (int i = 0; i < expected.length; i++) {
      assertThat(map[i]).isCloseTo(expected[i], within(1e-4f));
    }
  }

  @Test
  void choosesLittleWhereContentExplainsAllAndMuchWhereItExplainsNothing() {
    Ridge sure = new Ridge(samples(z -> new float[] {z[0], z[1]}), 0, 1);
    assertThat(sure.metrics("t")).containsEntry("t_lambda", 0.003);
    assertThat(sure.metrics("t").get("t_explained")).isGreaterThan(0.99);
    SplittableRandom noise = new SplittableRandom(8);
    Ridge vain = new Ridge(samples(z -> new float[] {(float) noise.nextGaussian()}), 0, 1);
    assertThat(vain.metrics("t").get("t_lambda")).isGreaterThanOrEqualTo(1);
    assertThat(vain.metrics("t").get("t_explained")).isLessThan(0.1);
  }

  @Test
  void stretchesWhatRegressionShortens() {
    SplittableRandom noise = new SplittableRandom(6);
    Samples samples = samples(z -> new float[] {z[0] + 2 * (float) noise.nextGaussian()});
    Ridge plain = new Ridge(samples, 0.1, 0);
    Ridge half = new Ridge(samples, 0.1, 0.5);
    Ridge full = new Ridge(samples, 0.1, 1);
    double stretch = full.metrics("t").get("t_stretch");
    assertThat(stretch).isGreaterThan(1.5);
    assertThat((double) full.map()[0]).isCloseTo(stretch * plain.map()[0], within(1e-5));
    assertThat((double) half.map()[0]).isCloseTo(Math.sqrt(stretch) * plain.map()[0], within(1e-5));
  }

  @Test
  void oneRowIsEnoughForAMean() {
    Samples one = samples(z -> new float[] {7}).every(ROWS, true);
    assertThat(one.size()).isOne();
    float[] map = new Ridge(one, 1, 1).map();
    float sum = 0;
    for (int i = 0; i <= Z; i++) {
      sum += map[i] * one.known()[0][i];
    }
    assertThat(sum).isCloseTo(7, within(1e-3f));
  }
}
