package dev.kindred.tools.train.rating;

import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.model.Baseline;
import dev.kindred.tools.train.matrix.Latest;
import dev.kindred.tools.train.matrix.Matrix;
import java.util.HashMap;
import java.util.Map;

/** What ratings lie above or below what averages expect. */
public final class Residuals {
  private Residuals() {}

  /** Users by items, the latest rating of each pair less the {@link Baseline} of user and item. */
  public static Matrix of(Interactions ratings, Baseline averages) {
    Matrix stars = Latest.of(ratings, ratings::value);
    IdMap items = ratings.items();
    float[] residuals = new float[stars.values().length];
    for (int user = 0; user < stars.rows(); user++) {
      Map<String, Double> rated = new HashMap<>();
      for (int p = stars.starts()[user]; p < stars.starts()[user + 1]; p++) {
        rated.put(items.id(stars.columns()[p]), (double) stars.values()[p]);
      }
      double usual = averages.scale().mean() + averages.user(rated);
      for (int p = stars.starts()[user]; p < stars.starts()[user + 1]; p++) {
        double ofItem = averages.item(items.id(stars.columns()[p]));
        residuals[p] = (float) (stars.values()[p] - usual - ofItem);
      }
    }
    return new Matrix(stars.rows(), stars.width(), stars.starts(), stars.columns(), residuals);
  }
}
