package dev.kindred.tools.train.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.domain.Bridge;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MappingTest {
  private static final int K = 3;
  private static final int USERS = 80;
  private static final double[] ROTATION = {0, 1, 0, 0, 0, 1, 1, 0, 0};

  private interface Truth {
    double[] of(double[] source);
  }

  private static Pairs pairs(Truth truth) {
    SplittableRandom random = new SplittableRandom(9);
    double[][] source = new double[USERS][K];
    double[][] target = new double[USERS][];
    double[] weights = new double[USERS];
    for (int u = 0; u < USERS; u++) {
      Arrays.setAll(source[u], f -> random.nextGaussian());
      target[u] = truth.of(source[u]);
      weights[u] = random.nextDouble(0.2, 1);
    }
    return new Pairs(K, source, target, weights);
  }

  private static double[] times(double scale, double[] matrix, double[] offset, double[] s) {
    double[] t = offset.clone();
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < K; j++) {
        t[j] += scale * s[i] * matrix[i * K + j];
      }
    }
    return t;
  }

  private static Offset<Double> closely() {
    return within(1e-6);
  }

  @Test
  void procrustesFindsTheRotationAndTheScale() {
    double[] matrix =
        Mapping.PROCRUSTES.fit(pairs(s -> times(2.5, ROTATION, new double[K], s)), 0).matrix();
    for (int i = 0; i < matrix.length; i++) {
      assertThat(matrix[i]).isCloseTo(2.5 * ROTATION[i], closely());
    }
  }

  @Test
  void procrustesKeepsAngles() {
    SplittableRandom noise = new SplittableRandom(1);
    double[] m =
        Mapping.PROCRUSTES
            .fit(pairs(s -> new double[] {s[0] + noise.nextGaussian(), s[1] * s[2], s[2]}), 0)
            .matrix();
    for (int i = 0; i < K; i++) {
      for (int j = 0; j < i; j++) {
        double product = 0;
        for (int f = 0; f < K; f++) {
          product += m[i * K + f] * m[j * K + f];
        }
        assertThat(product).isCloseTo(0, closely());
      }
    }
  }

  @Test
  void ridgeFindsAnyLine() {
    double[] matrix = {1, 2, 0, -1, 0.5, 3, 0, 0, 1};
    double[] offset = {1, -2, 0.5};
    Mapping.Line line = Mapping.RIDGE.fit(pairs(s -> times(1, matrix, offset, s)), 0);
    for (int i = 0; i < matrix.length; i++) {
      assertThat(line.matrix()[i]).isCloseTo(matrix[i], closely());
    }
    for (int f = 0; f < K; f++) {
      assertThat(line.offset()[f]).isCloseTo(offset[f], closely());
    }
  }

  @Test
  void aHeavyRidgeLeavesTheMean() {
    Pairs pairs = pairs(s -> new double[] {s[0] + 4, s[1], s[2]});
    Mapping.Line line = Mapping.RIDGE.fit(pairs, 1e9);
    double[] mean = pairs.mean(pairs.target());
    assertThat(line.apply(new double[] {5, 5, 5})[0]).isCloseTo(mean[0], within(1e-3));
  }

  /** Two numbers of the source are the same, so that any share of their weight will do. */
  @Test
  void equationsWithoutASolutionAreRefused() {
    double[][] source = {{1, 1, 1}, {-1, -1, 1}, {1, 1, -1}, {-1, -1, -1}};
    Pairs pairs = new Pairs(K, source, source, new double[] {1, 1, 1, 1});
    assertThatThrownBy(() -> Mapping.RIDGE.fit(pairs, 0))
        .hasMessage(
            "the bridge's equations of 3 numbers have no solution; raise bridge_regularization, or"
                + " lower factors");
    assertThat(Mapping.RIDGE.fit(pairs, 1e-6).apply(source[0])[0]).isCloseTo(1, within(1e-5));
  }

  @Test
  void reachIsWhatUnseenUsersConfirm() {
    BridgeBuilder builder = new BridgeBuilder(Mapping.RIDGE, 1e-6, 1);
    Bridge sure = builder.build(pairs(s -> times(1, ROTATION, new double[K], s)));
    assertThat(sure.reach()).isCloseTo(1, within(1e-3));
    SplittableRandom noise = new SplittableRandom(2);
    Bridge vain =
        builder.build(
            pairs(
                s ->
                    new double[] {
                      noise.nextGaussian(), noise.nextGaussian(), noise.nextGaussian()
                    }));
    assertThat(vain.reach()).isLessThan(0.1);
  }

  @Test
  void companionsRememberWhatTheLineMissed() {
    Pairs pairs = pairs(s -> new double[] {Math.abs(s[0]), s[1], s[2]});
    Bridge bridge = new BridgeBuilder(Mapping.PERSONAL, 0.1, 0.05).build(pairs);
    Mapping.Line line = Mapping.PERSONAL.fit(pairs, 0.1);
    double missed = pairs.target()[7][0] - line.apply(pairs.source()[7])[0];
    assertThat((double) bridge.companions().rests()[7 * K]).isCloseTo(missed, within(1e-5));
    assertThat(new BridgeBuilder(Mapping.RIDGE, 0.1, 0.05).build(pairs).companions()).isNull();
  }
}
