package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Interactions;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.tools.train.matrix.Matrix;
import org.junit.jupiter.api.Test;

class AlsSideTest {
  private static final int K = 3;
  private static final AlsModel.Settings SETTINGS = new AlsModel.Settings(K, 5, 0.7, 0.02, 0.5);

  private final Interactions data = AlsTest.random().interactions();
  private final Matrix matrix = Matrix.strengths(data);
  private final AlsSide users = new AlsSide(SETTINGS, matrix, true, 1);
  private final AlsSide items = new AlsSide(SETTINGS, matrix.transpose(), true, 2);

  /** The loss by its definition: every pair of user and item. */
  private double definition() {
    double[][] strengths = new double[matrix.rows()][matrix.width()];
    double[] userWeight = new double[matrix.rows()];
    double[] itemWeight = new double[matrix.width()];
    for (int u = 0; u < matrix.rows(); u++) {
      for (int p = matrix.starts()[u]; p < matrix.starts()[u + 1]; p++) {
        strengths[u][matrix.columns()[p]] = matrix.values()[p];
        userWeight[u] += 5 * Math.abs(matrix.values()[p]);
        itemWeight[matrix.columns()[p]] += 5 * Math.abs(matrix.values()[p]);
      }
    }
    float[] x = users.rows();
    float[] y = items.rows();
    double loss = 0;
    for (int u = 0; u < matrix.rows(); u++) {
      loss += 0.02 * Math.sqrt(userWeight[u] + 0.7 * matrix.width()) * dot(x, u, x, u);
      for (int i = 0; i < matrix.width(); i++) {
        double error = (strengths[u][i] > 0 ? 1 : 0) - dot(x, u, y, i);
        loss += (0.7 + 5 * Math.abs(strengths[u][i])) * error * error;
      }
    }
    for (int i = 0; i < matrix.width(); i++) {
      loss += 0.02 * Math.sqrt(itemWeight[i] + 0.7 * matrix.rows()) * dot(y, i, y, i);
    }
    return loss / matrix.columns().length;
  }

  private static double dot(float[] a, int i, float[] b, int j) {
    double sum = 0;
    for (int f = 0; f < K; f++) {
      sum += (double) a[i * K + f] * b[j * K + f];
    }
    return sum;
  }

  @Test
  void theLossIsTheDefinition() {
    users.solve(items, 1);
    double known = items.solve(users, 1);
    assertThat(known).isCloseTo(definition(), within(1e-4 * definition()));
    assertThat(items.loss(users, 2)).isCloseTo(definition(), within(1e-4 * definition()));
    assertThat(users.loss(items, 2)).isCloseTo(definition(), within(1e-4 * definition()));
  }

  @Test
  void anExactStepCannotBeImproved() {
    users.solve(items, 1);
    items.solve(users, 1);
    double best = items.loss(users, 1);
    items.solve(users, 1);
    assertThat(items.loss(users, 1)).isCloseTo(best, within(1e-5 * best));
  }
}
