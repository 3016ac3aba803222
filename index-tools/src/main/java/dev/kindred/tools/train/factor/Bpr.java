package dev.kindred.tools.train.factor;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.factor.BprModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Map;

/**
 * Matrix factorisation by Bayesian personalised ranking (Rendle, Freudenthaler, Gantner and
 * Schmidt-Thieme 2009, "BPR: Bayesian personalized ranking from implicit feedback"): maximises
 * {@code Σ w·ln σ(u·yᵢ + bᵢ − u·yⱼ − bⱼ) − λ·‖Θ‖²/2} over observed pairs (u, i) of strength w and
 * unobserved j by stochastic gradient ascent. With more than one negative drawn, the one that
 * scores highest counts (Zhang, Chen, Wang and Yu 2013, "Optimizing top-n collaborative filtering
 * via dynamic negative item sampling"). Steps run in parallel over strata that share no row
 * (Gemulla et al. 2011), drawn by the data and the seed alone, so no two threads race.
 *
 * @param factors dimensions of the vectors beside the bias, 1 to 1023
 * @param learning_rate η of the first epoch; falls linearly towards 0
 * @param regularization λ of factors and biases, for each step
 * @param epochs passes over the observed pairs
 * @param negatives how many unobserved items are drawn for each step, 1 for the plain algorithm
 * @param half_life after which an event counts half, in training as seen from the newest event, in
 *     a request as seen from its clock; null when they do not age
 */
public record Bpr(
    int factors,
    double learning_rate,
    double regularization,
    int epochs,
    int negatives,
    Duration half_life)
    implements Trainer<BprModel> {
  public static final Bpr DEFAULT = new Bpr(64, 0.05, 0.01, 60, 1, null);

  private static final int MOST_FACTORS = 1023;
  private static final int PASSES = 30;

  public Bpr {
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.above("learning_rate", learning_rate, 0);
    Require.atLeast("regularization", regularization, 0);
    Require.that(
        learning_rate * regularization < 1,
        "learning_rate × regularization must be below 1, was " + learning_rate * regularization);
    Require.atLeast("epochs", epochs, 1);
    Require.between("negatives", negatives, 1, 1000);
    Require.positive("half_life", half_life);
  }

  @Override
  public BprModel train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = Matrix.strengths(interactions, half_life);
    BprSteps steps = new BprSteps(this, users, run.seed());
    double loss = Double.NaN;
    for (int epoch = 0; epoch < epochs; epoch++) {
      loss = steps.epoch(epoch, run.threads());
      Require.converging(run.name(), loss, "lower learning_rate, which strengths multiply");
      run.progress().epoch(epoch + 1, epochs, loss);
    }
    Manifest manifest =
        Provenance.manifest(
            "bpr",
            this,
            run,
            interactions,
            Map.of("loss", loss),
            BprModel.fields(run.name(), factors));
    BprModel.Settings settings =
        new BprModel.Settings(
            factors, learning_rate, regularization, negatives, PASSES, run.seed(), half_life);
    return new BprModel(manifest, settings, interactions.items(), steps.items());
  }
}
