package dev.kindred.tools.train.factor;

import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.model.Manifest;
import dev.kindred.model.factor.AutorecModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Matrix;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * An autoencoder of one hidden layer over the rows of the user-item matrix (Sedhain, Menon, Sanner
 * and Xie 2015, "AutoRec: autoencoders meet collaborative filtering"), for implicit feedback:
 * {@code z = W·f(V·x + c) + b} is learned to give back the row x. {@code side} says whose rows:
 * users (U-AutoRec) or items (I-AutoRec).
 *
 * <p>{@code squared} is the paper's loss with a weight for what was not observed: {@code Σ w·(z −
 * t)²} with t 1 where the strength is positive, else 0; w is {@code unobserved}, plus |strength|
 * where observed; f is the logistic function. {@code multinomial} is the likelihood of Mult-DAE
 * (Liang, Krishnan, Hoffman and Jebara 2018, "Variational autoencoders for collaborative
 * filtering"): {@code −Σ x·log softmax(z)}, from an input of length 1 of which some is dropped; f
 * is tanh. Both add {@code λ/2·(‖V‖² + ‖W‖²)} to the sum over all rows, and are minimised by Adam.
 *
 * @param side whose rows are encoded
 * @param loss squared or multinomial; multinomial needs the rows of users
 * @param factors hidden units, 1 to 1023
 * @param regularization λ
 * @param learning_rate of Adam
 * @param dropout share of the input that is dropped, 0 to below 1
 * @param unobserved weight of every pair, observed or not; only {@code squared} asks
 * @param epochs passes over the rows
 * @param batch rows to a step
 * @param half_life after which an event counts half, in training as seen from the newest event, in
 *     a request as seen from its clock; null when they do not age
 */
public record Autorec(
    AutorecModel.Side side,
    AutorecModel.Loss loss,
    int factors,
    double regularization,
    double learning_rate,
    double dropout,
    double unobserved,
    int epochs,
    int batch,
    Duration half_life)
    implements Trainer<AutorecModel> {
  public static final Autorec DEFAULT =
      new Autorec(
          AutorecModel.Side.USER,
          AutorecModel.Loss.MULTINOMIAL,
          200,
          0.2,
          0.001,
          0.5,
          0.2,
          100,
          100,
          null);

  private static final int MOST_FACTORS = 1023;

  public Autorec {
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(loss, "loss");
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.atLeast("regularization", regularization, 0);
    Require.above("learning_rate", learning_rate, 0);
    Require.between("dropout", dropout, 0, 0.99);
    Require.atLeast("unobserved", unobserved, 0);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("batch", batch, 1);
    Require.positive("half_life", half_life);
    Require.that(
        side == AutorecModel.Side.USER || loss == AutorecModel.Loss.SQUARED,
        "side item needs loss squared: a multinomial over users says nothing to one user");
  }

  @Override
  public AutorecModel train(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Matrix users = Matrix.strengths(interactions, half_life);
    boolean byUser = side == AutorecModel.Side.USER;
    Matrix rows = byUser ? users : users.transpose();
    Autoencoder network = new Autoencoder(rows, factors, objective(), regularization, run.seed());
    AutoencoderEpochs training = new AutoencoderEpochs(network, this, run);
    double last = Double.NaN;
    for (int epoch = 0; epoch < epochs; epoch++) {
      last = training.epoch();
      run.progress().epoch(epoch + 1, epochs, last);
    }
    Manifest manifest =
        Provenance.manifest(
            "autorec",
            this,
            run,
            interactions,
            Map.of("loss", last),
            AutorecModel.fields(run.name(), factors));
    AutorecModel.Settings settings =
        new AutorecModel.Settings(factors, side, loss, regularization, unobserved, half_life);
    return byUser
        ? AutorecModel.ofUsers(
            manifest,
            settings,
            interactions.items(),
            network.decoderRows(),
            network.encoder(),
            network.hiddenBias())
        : AutorecModel.ofItems(manifest, settings, interactions.items(), network.codes());
  }

  private Objective objective() {
    return loss == AutorecModel.Loss.SQUARED
        ? new Objective.Squared(unobserved)
        : new Objective.Multinomial();
  }
}
