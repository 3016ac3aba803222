package dev.kindred.tools.train.rating;

import dev.kindred.data.IdMap;
import dev.kindred.model.Baseline;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.LinkedHashMap;
import java.util.Map;

/** What ratings lie above or below what averages expect. */
public final class Residuals {
  private Residuals() {}

  /**
   * The cells less the {@link Baseline} of user and item.
   *
   * @param stars users by items
   */
  public static Matrix of(Matrix stars, IdMap items, Baseline averages) {
    float[] residuals = new float[stars.values().length];
    for (int user = 0; user < stars.rows(); user++) {
      Map<String, Double> rated = new LinkedHashMap<>();
      for (int p = stars.starts()[user]; p < stars.starts()[user + 1]; p++) {
        rated.put(items.id(stars.columns()[p]), (double) stars.values()[p]);
      }
      int p = stars.starts()[user];
      for (double above : averages.above(rated).values()) {
        residuals[p++] = (float) above;
      }
    }
    return new Matrix(stars.rows(), stars.width(), stars.starts(), stars.columns(), residuals);
  }
}
