package dev.kindred.tools.train.factor;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.factor.AlsModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * Matrix factorisation of implicit feedback by alternating least squares (Hu, Koren and Volinsky
 * 2008), with the weight of unobserved pairs and the regularisation by frequency of Rendle et al.
 * (2021, "Revisiting the performance of iALS on item recommendation benchmarks"). Minimises {@code
 * Σ w·(p − u·v)² + Σ λ·Wᵛ·‖row‖²} over all pairs: w is {@code unobserved}, plus {@code alpha ×
 * confidence(|strength|)} where observed; p is 1 where the strength is positive, else 0; W is the
 * sum of a row's w.
 *
 * @param factors dimensions of the vectors, 1 to 1024
 * @param regularization λ; with {@code frequency_exponent} 1 about .01 for histories of hundreds of
 *     items, .001 for some ten
 * @param alpha weight of an observation of strength 1
 * @param iterations of both sides
 * @param unobserved weight of every pair, observed or not
 * @param frequency_exponent ν: 0 regularises all rows alike, 1 in proportion to their weight
 * @param solver exact or approximate
 * @param confidence {@code linear} in the strength, or {@code log}: log₂(1 + strength)
 * @param half_life after which an event counts half, in training as seen from the newest event, in
 *     a request as seen from its clock; null when they do not age
 */
public record Als(
    int factors,
    double regularization,
    double alpha,
    int iterations,
    double unobserved,
    double frequency_exponent,
    Solver solver,
    AlsModel.Confidence confidence,
    Duration half_life)
    implements Trainer<AlsModel> {
  public static final Als DEFAULT =
      new Als(64, 0.003, 5, 16, 1, 1, Solver.AUTO, AlsModel.Confidence.LINEAR, null);

  /** How a row's normal equations are solved. */
  public enum Solver {
    /** Exact up to 64 factors, approximate above. */
    AUTO,
    /** Exactly, by Cholesky factorisation. */
    CHOLESKY,
    /** By three steps of conjugate gradients from the last iteration's answer. */
    CG
  }

  private static final int MOST_FACTORS = 1024;

  public Als {
    Objects.requireNonNull(solver, "solver");
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.above("regularization", regularization, 0);
    Require.above("alpha", alpha, 0);
    Require.atLeast("iterations", iterations, 1);
    Require.atLeast("unobserved", unobserved, 0);
    Require.between("frequency_exponent", frequency_exponent, 0, 2);
    Objects.requireNonNull(confidence, "confidence");
    Require.positive("half_life", half_life);
  }

  @Override
  public AlsModel train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = Matrix.strengths(interactions, half_life);
    AlsModel.Settings settings =
        new AlsModel.Settings(
            factors, alpha, unobserved, regularization, frequency_exponent, confidence, half_life);
    boolean exact = solver == Solver.AUTO ? factors <= 64 : solver == Solver.CHOLESKY;
    AlsSide userSide = new AlsSide(settings, users, exact, run.seed());
    AlsSide itemSide = new AlsSide(settings, users.transpose(), exact, run.seed() + 1);
    double loss = Double.NaN;
    for (int done = 0; done < iterations; done++) {
      userSide.solve(itemSide, run.threads());
      loss = itemSide.solve(userSide, run.threads());
      if (Double.isNaN(loss) && done + 1 == iterations) {
        loss = itemSide.loss(userSide, run.threads());
      }
      run.progress().epoch(done + 1, iterations, loss);
    }
    Require.converging(run.name(), loss, "give smaller strengths, or choose confidence log");
    Manifest manifest =
        Provenance.manifest(
            "als",
            this,
            run,
            interactions,
            Map.of("loss", loss),
            AlsModel.fields(run.name(), factors));
    return new AlsModel(manifest, settings, interactions.items(), itemSide.rows());
  }
}
