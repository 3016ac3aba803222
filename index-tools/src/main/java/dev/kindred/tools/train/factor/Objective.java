package dev.kindred.tools.train.factor;

import dev.kindred.internal.math.Kernels;
import dev.kindred.model.factor.AutorecModel;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.Arrays;

/**
 * What an autoencoder minimises: for one row, the loss and its gradient with respect to the output.
 */
sealed interface Objective {
  /** Whose the function of the hidden units is. */
  AutorecModel.Loss loss();

  /** What a cell of the row is multiplied with before it goes in. */
  default double scale(Matrix matrix, int row) {
    return 1;
  }

  /** The number that a cell of this strength goes in as, before scaling. */
  default float input(float strength) {
    return strength;
  }

  /**
   * Replaces the outputs by the loss's gradient.
   *
   * @param z one number for each column
   * @return the loss
   */
  double gradient(Matrix matrix, int row, float[] z, int at);

  /** Σ w·(z − t)²: see {@link Autorec}. */
  record Squared(double unobserved) implements Objective {
    @Override
    public AutorecModel.Loss loss() {
      return AutorecModel.Loss.SQUARED;
    }

    @Override
    public double gradient(Matrix matrix, int row, float[] z, int at) {
      Kernels kernels = Kernels.get();
      int n = matrix.width();
      int from = matrix.starts()[row];
      float[] observed = new float[matrix.count(row)];
      double loss = unobserved * kernels.dot(z, at, z, at, n);
      for (int i = 0; i < observed.length; i++) {
        float strength = matrix.values()[from + i];
        double out = z[at + matrix.columns()[from + i]];
        double error = out - (strength > 0 ? 1 : 0);
        double weight = unobserved + Math.abs(strength);
        loss += weight * error * error - unobserved * out * out;
        observed[i] = (float) (2 * weight * error);
      }
      kernels.scale((float) (2 * unobserved), z, at, n);
      for (int i = 0; i < observed.length; i++) {
        z[at + matrix.columns()[from + i]] = observed[i];
      }
      return loss;
    }
  }

  /** Σ (z − x)² over what was rated: see {@link Autorec}. */
  record Stars() implements Objective {
    @Override
    public AutorecModel.Loss loss() {
      return AutorecModel.Loss.STARS;
    }

    @Override
    public double gradient(Matrix matrix, int row, float[] z, int at) {
      int from = matrix.starts()[row];
      float[] errors = new float[matrix.count(row)];
      double loss = 0;
      for (int i = 0; i < errors.length; i++) {
        errors[i] = z[at + matrix.columns()[from + i]] - matrix.values()[from + i];
        loss += errors[i] * errors[i];
      }
      Arrays.fill(z, at, at + matrix.width(), 0);
      for (int i = 0; i < errors.length; i++) {
        z[at + matrix.columns()[from + i]] = 2 * errors[i];
      }
      return loss;
    }
  }

  /** −Σ x·log softmax(z) over what is liked: see {@link Autorec}. */
  record Multinomial() implements Objective {
    @Override
    public AutorecModel.Loss loss() {
      return AutorecModel.Loss.MULTINOMIAL;
    }

    @Override
    public double scale(Matrix matrix, int row) {
      double square = 0;
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        double x = input(matrix.values()[p]);
        square += x * x;
      }
      return square == 0 ? 0 : 1 / Math.sqrt(square);
    }

    @Override
    public float input(float strength) {
      return Math.max(0, strength);
    }

    @Override
    public double gradient(Matrix matrix, int row, float[] z, int at) {
      int n = matrix.width();
      double total = 0;
      double liked = 0;
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        float x = input(matrix.values()[p]);
        total += x;
        liked += (double) x * z[at + matrix.columns()[p]];
      }
      float most = Float.NEGATIVE_INFINITY;
      for (int i = at; i < at + n; i++) {
        most = Math.max(most, z[i]);
      }
      double sum = 0;
      for (int i = at; i < at + n; i++) {
        z[i] = (float) Math.exp(z[i] - most);
        sum += z[i];
      }
      Kernels.get().scale((float) (total / sum), z, at, n);
      for (int p = matrix.starts()[row]; p < matrix.starts()[row + 1]; p++) {
        z[at + matrix.columns()[p]] -= input(matrix.values()[p]);
      }
      return total * (most + Math.log(sum)) - liked;
    }
  }
}
