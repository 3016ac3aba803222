package dev.kindred.tools.train.rating;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.rating.FmModel;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import java.util.List;
import java.util.Objects;

/**
 * SVD++ (Koren 2008, equation 15): {@code μ + b_u + b_i + q_i·(p_u + Σ y_j / √n)} over the n items
 * j that the user rated, however they were rated. By stochastic gradient descent, where the y of a
 * user's items move once a user and epoch, by the gradient of all of the user's ratings; or by
 * sampling the posterior (Rendle, Zhang and Koren 2019), in which nothing has to be tuned.
 *
 * @param factors k, 1 to 512
 * @param regularization λ of everything, above 0
 * @param solver stochastic gradient descent or Gibbs sampling
 * @param epochs at most; training stops earlier when errors on a carve-out fall no more. Sweeps in
 *     all for {@code gibbs}, where the other parameters below and λ mean nothing
 * @param learning_rate of the first epoch
 * @param decay factor of the rate from epoch to epoch
 * @param validation share of the ratings in the carve-out; 0 for none
 */
public record SvdPp(
    int factors,
    double regularization,
    Solver solver,
    int epochs,
    double learning_rate,
    double decay,
    double validation)
    implements Trainer<FmModel> {
  public static final SvdPp DEFAULT = new SvdPp(16, 0.1, Solver.GIBBS, 120, 0.01, 0.97, 0.05);

  /** How the factors are found. */
  enum Solver {
    /** Stochastic gradient descent, as in the paper. */
    SGD,
    /** Gibbs sampling of the posterior. */
    GIBBS
  }

  public SvdPp {
    Objects.requireNonNull(solver, "solver");
    Require.between("factors", factors, 1, 512);
    Require.above("regularization", regularization, 0);
    Require.atLeast("epochs", epochs, 1);
    Require.above("learning_rate", learning_rate, 0);
    Require.between("decay", decay, 0, 1);
    Require.between("validation", validation, 0, 0.5);
  }

  @Override
  public FmModel train(Dataset data, Run run) {
    Interactions ratings = data.interactions();
    Baselines.requireRatings(run.name(), ratings);
    var features = new FmDesign.Features(true, false, List.of(), false);
    if (solver == Solver.GIBBS) {
      return Descent.posterior(this, epochs, factors, features, data, run);
    }
    FmModel.Settings settings = Descent.settings(ratings, factors, true, List.of());
    FmSgd.Steps steps = new FmSgd.Steps(learning_rate, decay, regularization, false, false);
    double mean = settings.scale().mean();
    return Descent.fitted(
        this,
        new Stopping(epochs, validation, features),
        settings,
        regularization,
        data,
        run,
        (design, part) -> new FmSgd(design, factors, steps, mean, run.seed()));
  }
}
