package dev.kindred.tools.train.deep;

import dev.kindred.data.Dataset;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Epochs;
import java.util.List;

/**
 * Neural matrix factorisation (He, Liao, Zhang, Nie, Hu and Chua 2017, "Neural collaborative
 * filtering", equation 12): a product of factors and a feed-forward network over embeddings, joined
 * in one logit, trained with the logistic loss on sampled negatives (equation 7) by Adam. Instead
 * of a vector of their own, users are what they liked: the sum of their items' embeddings over a
 * power of their number (as in FISM, Kabbur, Ning and Karypis 2013), without the item in question.
 *
 * @param factors of the product, 1 to 1024
 * @param embedding numbers that describe each side to the network, 1 to 1024
 * @param layers widths of the hidden layers
 * @param history_exponent of the number of liked items, 0 (their sum) to 1 (their mean)
 * @param length the latest items of a history that are looked at
 * @param negatives drawn for each liked item
 * @param learning_rate at first; falls linearly to 0
 * @param regularization of the embeddings that a batch touches
 * @param dropout of the hidden layers
 * @param epochs passes over what users liked
 * @param patience epochs without a better validation after which training ends; 0 never ends early
 * @param validation users whose latest item is held out to end early and to pick the best epoch, at
 *     most; 0 learns from everything and takes the last epoch
 * @param batch liked items a step
 */
public record NeuMf(
    int factors,
    int embedding,
    List<Integer> layers,
    double history_exponent,
    int length,
    int negatives,
    double learning_rate,
    double regularization,
    double dropout,
    int epochs,
    int patience,
    int validation,
    int batch)
    implements NetworkTrainer<JointModel> {
  public static final NeuMf DEFAULT =
      new NeuMf(64, 32, List.of(64, 32, 16), 0.5, 500, 4, 0.003, 0, 0, 8, 10, 1000, 256);

  public NeuMf {
    layers = List.copyOf(layers);
    Require.between("factors", factors, 1, 1024);
    Require.between("embedding", embedding, 1, 1024);
    Require.that(!layers.isEmpty(), "layers must name at least one width");
    layers.forEach(width -> Require.between("layers", width, 1, 4096));
    Require.between("history_exponent", history_exponent, 0, 1);
    Require.atLeast("length", length, 2);
    Require.atLeast("negatives", negatives, 1);
    Require.above("learning_rate", learning_rate, 0);
    Require.atLeast("regularization", regularization, 0);
    Require.between("dropout", dropout, 0, 0.95);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("patience", patience, 0);
    Require.atLeast("validation", validation, 0);
    Require.atLeast("batch", batch, 1);
  }

  @Override
  public JointModel train(Dataset data, Run run) {
    JointModel.Settings settings =
        new JointModel.Settings(
            factors, embedding, layers, history_exponent, length, ContentFeatures.NONE, List.of());
    ItemSpace space = Spaces.of(data, ContentFeatures.NONE, 0);
    Histories histories = Histories.of(data.interactions(), space);
    JointWeights weights = JointWeights.zeros(settings, space.rows());
    JointTraining.Plan plan =
        new JointTraining.Plan(negatives, learning_rate, regularization, dropout, epochs, batch);
    Moments moments = Moments.of(List.of());
    Exam exam = Exam.of(histories, moments, validation, run.seed());
    JointTraining training =
        new JointTraining(plan, settings, weights, space, moments, exam, run.seed());
    Epochs.Outcome outcome =
        new Epochs(epochs, patience)
            .run(training, Provenance.identity(this, run, data.interactions()), run);
    return new JointModel(
        Provenance.manifest(
            "neumf",
            this,
            run,
            data.interactions(),
            outcome.metrics(),
            JointModel.fields(run.name(), settings, false)),
        settings,
        space,
        weights,
        null);
  }
}
