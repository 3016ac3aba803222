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
 * Biased matrix factorisation of ratings (Koren, Bell and Volinsky 2009, equations 4 and 5): {@code
 * μ + b_u + b_i + p_u·q_i}, by minimising {@code Σ (error² + λ(b_u² + b_i² + ‖p_u‖² + ‖q_i‖²))}
 * over ratings; or by sampling the posterior, in which nothing has to be tuned (Salakhutdinov and
 * Mnih 2008, with a prior of each factor's own).
 *
 * @param factors k, 1 to 512
 * @param regularization λ, above 0
 * @param solver alternating least squares, stochastic gradient descent or Gibbs sampling
 * @param epochs at most; training stops earlier when errors on a carve-out fall no more. Sweeps in
 *     all for {@code gibbs}, where the other parameters below and λ mean nothing
 * @param learning_rate of the first epoch, for {@code sgd}
 * @param decay factor of the rate from epoch to epoch, for {@code sgd}
 * @param validation share of the ratings in the carve-out; 0 for none
 */
public record Mf(
    int factors,
    double regularization,
    Solver solver,
    int epochs,
    double learning_rate,
    double decay,
    double validation)
    implements Trainer<FmModel> {
  public static final Mf DEFAULT = new Mf(32, 0.12, Solver.ALS, 60, 0.01, 0.98, 0.05);

  /** How the factors are found. */
  enum Solver {
    /** Alternating least squares. */
    ALS,
    /** Stochastic gradient descent. */
    SGD,
    /** Gibbs sampling of the posterior. */
    GIBBS
  }

  public Mf {
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
    var features = new FmDesign.Features(false, false, List.of(), false);
    if (solver == Solver.GIBBS) {
      return Descent.posterior(this, epochs, factors, features, data, run);
    }
    FmModel.Settings settings = Descent.settings(ratings, factors, false, List.of());
    double mean = settings.scale().mean();
    FmSgd.Steps steps = new FmSgd.Steps(learning_rate, decay, regularization, false, false);
    return Descent.fitted(
        this,
        new Stopping(epochs, validation, features),
        settings,
        regularization,
        data,
        run,
        (design, part) ->
            solver == Solver.ALS
                ? new MfAls(part.interactions(), factors, regularization, mean, run.seed())
                : new FmSgd(design, factors, steps, mean, run.seed()));
  }
}
