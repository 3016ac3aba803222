package dev.kindred.tools.train.related;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Baseline;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.related.Raters;
import dev.kindred.model.related.UserKnnModel;
import dev.kindred.model.related.UserStarsModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Ageing;
import dev.kindred.tools.train.matrix.Latest;
import dev.kindred.tools.train.matrix.Matrix;
import dev.kindred.tools.train.rating.Baselines;
import dev.kindred.tools.train.rating.Residuals;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * User-based nearest neighbours (Resnick et al. 1994, "GroupLens"; Herlocker et al. 1999, "An
 * algorithmic framework for performing collaborative filtering"). There is next to nothing to
 * train: neighbours are found when a user is known.
 *
 * @param neighbours how many neighbours a user has
 * @param similarity how alike two users are: {@code cosine} for likings, {@code pearson} and {@code
 *     msd} for stars, which then are predicted, too
 * @param shrinkage added to the similarity's denominator
 * @param significance a neighbour who shares fewer items than this counts in proportion (Herlocker
 *     et al.: 50); 0 trusts every neighbour
 * @param half_life after which an event counts half, in the neighbours' opinions and, of likings,
 *     in the history; null when they do not age
 * @param baseline whether an opinion is what a rating lies above or below the baseline of user and
 *     item (Koren 2010, "Factor in the neighbors", equation 3) rather than the user's mean; for
 *     stars alone
 */
public record UserKnn(
    int neighbours,
    UserKnnModel.Likeness similarity,
    double shrinkage,
    int significance,
    Duration half_life,
    boolean baseline)
    implements Trainer<Model> {
  public static final UserKnn DEFAULT =
      new UserKnn(100, UserKnnModel.Likeness.COSINE, 0, 0, null, false);

  public UserKnn {
    Require.atLeast("neighbours", neighbours, 1);
    Objects.requireNonNull(similarity, "similarity");
    Require.atLeast("shrinkage", shrinkage, 0);
    Require.atLeast("significance", significance, 0);
    Require.positive("half_life", half_life);
    Require.that(
        !baseline || similarity.ofStars(),
        "baseline is for stars: choose similarity pearson or msd, was cosine");
  }

  @Override
  public Model train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    return similarity.ofStars()
        ? stars(interactions, run)
        : model("userknn", interactions, run, strengths(interactions));
  }

  private UserKnnModel model(String kind, Interactions data, Run run, Raters raters) {
    Manifest manifest =
        Provenance.manifest(kind, this, run, data, Map.of(), UserKnnModel.fields(run.name()));
    UserKnnModel.Settings settings =
        new UserKnnModel.Settings(similarity, neighbours, shrinkage, significance, half_life, 1);
    return UserKnnModel.of(manifest, settings, data.items(), raters);
  }

  private Raters strengths(Interactions data) {
    Matrix strengths = Matrix.strengths(data, half_life);
    return raters(strengths, strengths.values());
  }

  /** Compared by stars; an opinion is what a rating lies above or below the usual. */
  private UserStarsModel stars(Interactions data, Run run) {
    Baseline averages = Baselines.fit(run.name(), data);
    Matrix stars = Latest.of(data, data::value);
    float[] ages = Latest.of(data, Ageing.of(data, half_life)::weight).values();
    float[] opinions =
        baseline ? Residuals.of(stars, data.items(), averages).values() : besideMean(stars);
    for (int p = 0; p < ages.length; p++) {
      opinions[p] *= ages[p];
    }
    return new UserStarsModel(
        model("userstars", data, run, raters(stars, opinions)), averages, ages, baseline);
  }

  private static float[] besideMean(Matrix stars) {
    double[] sums = stars.sums();
    float[] opinions = new float[stars.values().length];
    for (int user = 0; user < stars.rows(); user++) {
      double mean = sums[user] / Math.max(1, stars.count(user));
      for (int p = stars.starts()[user]; p < stars.starts()[user + 1]; p++) {
        opinions[p] = (float) (stars.values()[p] - mean);
      }
    }
    return opinions;
  }

  private static Raters raters(Matrix users, float[] opinions) {
    long[] starts = new long[users.rows() + 1];
    for (int user = 0; user <= users.rows(); user++) {
      starts[user] = users.starts()[user];
    }
    return new Raters(users.width(), starts, users.columns(), users.values(), opinions);
  }
}
