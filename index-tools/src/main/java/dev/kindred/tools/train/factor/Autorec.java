package dev.kindred.tools.train.factor;

import dev.kindred.data.Dataset;
import dev.kindred.data.IdMap;
import dev.kindred.data.Interactions;
import dev.kindred.model.Baseline;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.factor.AutorecModel;
import dev.kindred.model.factor.AutorecStarsModel;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.matrix.Latest;
import dev.kindred.tools.train.matrix.Matrix;
import dev.kindred.tools.train.rating.Baselines;
import dev.kindred.tools.train.rating.Residuals;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * An autoencoder of one hidden layer over the rows of the user-item matrix (Sedhain, Menon, Sanner
 * and Xie 2015, "AutoRec: autoencoders meet collaborative filtering"): {@code z = W·f(V·x + c) + b}
 * is learned to give back the row x. {@code side} says whose rows: users (U-AutoRec) or items
 * (I-AutoRec).
 *
 * <p>{@code stars} is the paper's loss (equation 2), for ratings: {@code Σ (z − x)²} over what was
 * rated, x being what a rating lies above or below the baseline of user and item, so that what was
 * not rated goes in as what averages expect; f is the logistic function. The others are for
 * implicit feedback. {@code squared} adds a weight for what was not observed: {@code Σ w·(z − t)²}
 * with t 1 where the strength is positive, else 0; w is {@code unobserved}, plus |strength| where
 * observed; f is the logistic function. {@code multinomial} is the likelihood of Mult-DAE (Liang,
 * Krishnan, Hoffman and Jebara 2018, "Variational autoencoders for collaborative filtering"):
 * {@code −Σ x·log softmax(z)}, from an input of length 1 of which some is dropped; f is tanh. All
 * add {@code λ/2·(‖V‖² + ‖W‖²)} to the sum over all rows, and are minimised by Adam.
 *
 * @param side whose rows are encoded
 * @param loss stars, squared or multinomial; multinomial needs the rows of users
 * @param factors hidden units, 1 to 1023
 * @param regularization λ
 * @param learning_rate of Adam
 * @param dropout share of the input that is dropped, 0 to below 1
 * @param unobserved weight of every pair, observed or not; only {@code squared} asks
 * @param epochs passes over the rows
 * @param batch rows to a step
 * @param half_life after which an event counts half, in training as seen from the newest event, in
 *     a request as seen from its clock; null when they do not age, as stars never do
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
    implements Trainer<Model> {
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
        side == AutorecModel.Side.USER || loss != AutorecModel.Loss.MULTINOMIAL,
        "side item needs loss squared or stars: a multinomial over users says nothing to one user");
    Require.that(
        half_life == null || loss != AutorecModel.Loss.STARS,
        "stars do not age: leave half_life out, or choose another loss");
  }

  @Override
  public Model train(Dataset data, Run run) {
    return loss == AutorecModel.Loss.STARS ? stars(data, run) : likings(data, run);
  }

  private AutorecModel likings(Dataset data, Run run) {
    Interactions interactions = data.interactions();
    Fitted fitted = fit(Matrix.strengths(interactions, half_life), run);
    Autoencoder network = fitted.network;
    Manifest manifest =
        Provenance.manifest(
            "autorec",
            this,
            run,
            interactions,
            Map.of("loss", fitted.loss),
            AutorecModel.fields(run.name(), factors));
    AutorecModel.Settings settings =
        new AutorecModel.Settings(factors, side, loss, regularization, unobserved, half_life);
    return side == AutorecModel.Side.USER
        ? AutorecModel.ofUsers(
            manifest,
            settings,
            interactions.items(),
            network.decoderRows(),
            network.encoder(),
            network.hiddenBias())
        : AutorecModel.ofItems(manifest, settings, interactions.items(), network.codes());
  }

  private AutorecStarsModel stars(Dataset data, Run run) {
    Interactions ratings = data.interactions();
    Baseline averages = Baselines.fit(run.name(), ratings);
    Matrix stars = Latest.of(ratings, ratings::value);
    Fitted fitted = fit(Residuals.of(stars, ratings.items(), averages), run);
    Autoencoder network = fitted.network;
    Manifest manifest =
        Provenance.manifest(
            "autorecstars",
            this,
            run,
            ratings,
            Map.of("loss", fitted.loss),
            AutorecStarsModel.fields(run.name(), side, factors));
    AutorecStarsModel.Settings settings =
        new AutorecStarsModel.Settings(factors, side, regularization, averages.scale());
    IdMap items = ratings.items();
    return side == AutorecModel.Side.USER
        ? AutorecStarsModel.ofUsers(
            manifest,
            settings,
            items,
            averages,
            withBiases(network.decoderRows(), items, averages, 0),
            network.encoder(),
            network.hiddenBias())
        : AutorecStarsModel.ofItems(
            manifest, settings, items, averages, withBiases(network.codes(), items, averages, 1));
  }

  /**
   * Rows of k + 1 numbers with the item's bias in the baseline added to the last one, or put after
   * it; zeros stay zeros.
   *
   * @param after 1 to put it after the last number, 0 to add it to that
   */
  private float[] withBiases(float[] rows, IdMap items, Baseline averages, int after) {
    int width = factors + 1;
    float[] wider = new float[Math.multiplyExact(items.size(), width + after)];
    for (int item = 0; item < items.size(); item++) {
      int to = item * (width + after);
      System.arraycopy(rows, item * width, wider, to, width);
      if (rows[item * width + factors] != 0) {
        wider[to + factors + after] += (float) averages.item(items.id(item));
      }
    }
    return wider;
  }

  private record Fitted(Autoencoder network, double loss) {}

  private Fitted fit(Matrix users, Run run) {
    Matrix rows = side == AutorecModel.Side.USER ? users : users.transpose();
    Autoencoder network = new Autoencoder(rows, factors, objective(), regularization, run.seed());
    AutoencoderEpochs training = new AutoencoderEpochs(network, this, run);
    double last = Double.NaN;
    for (int epoch = 0; epoch < epochs; epoch++) {
      last = training.epoch();
      Require.converging(run.name(), last, "lower learning_rate");
      run.progress().epoch(epoch + 1, epochs, last);
    }
    return new Fitted(network, last);
  }

  private Objective objective() {
    return switch (loss) {
      case STARS -> new Objective.Stars();
      case SQUARED -> new Objective.Squared(unobserved);
      case MULTINOMIAL -> new Objective.Multinomial();
    };
  }
}
