package dev.kindred.tools.train.deep;

import dev.kindred.data.Dataset;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.TowerWeights;
import dev.kindred.model.deep.TwoTowerModel;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Epochs;
import java.util.List;

/**
 * Candidate generation by two towers (Covington, Adams and Sargin 2016, "Deep neural networks for
 * YouTube recommendations", section 3): the query tower sees the mean embedding of the items
 * before, the moment and the age of the example, which is 0 when it serves; the item tower sums the
 * embeddings of id and content features. Predicts each item from others, by the sampled softmax
 * with corrected logits (Yi et al. 2019, "Sampling-bias-corrected neural modeling for large corpus
 * item recommendations"), over cosines and with items drawn alike beside those of the batch (Yang
 * et al. 2020, "Mixed negative sampling").
 *
 * @param keywords keyword fields of the catalogue, each value a feature
 * @param numbers numeric fields, cut at their deciles
 * @param context what a moment is described by: {@code HOUR}, {@code WEEKDAY}
 * @param features of the content, the commonest so many
 * @param factors dimensions of the vectors, 1 to 1024
 * @param embedding numbers that describe a history, 1 to 1024
 * @param layers widths of the query tower's hidden layers; empty for none
 * @param length the latest items of a history that are looked at
 * @param future whether an item is predicted from those before it, rather than from all others of
 *     the history (figure 5 of Covington et al.); for logs whose order means something
 * @param age whether the tower is told how old an example is, so that it learns what is liked now
 *     rather than what was liked on average
 * @param temperature of the cosines
 * @param id_dropout how often an item is shown by its features alone, where it has any, so that
 *     features learn to speak for new items; 0 to 1
 * @param negatives drawn alike from all items for each batch, beside the batch's own
 * @param learning_rate at first; falls linearly to 0
 * @param regularization of the embeddings that a batch touches
 * @param epochs passes over the events
 * @param patience epochs without a better validation after which training ends; 0 never ends early
 * @param validation users whose latest item is held out to end early and to pick the best epoch, at
 *     most; 0 learns from everything and takes the last epoch
 * @param batch events a step
 */
public record TwoTower(
    List<String> keywords,
    List<String> numbers,
    List<Moments.Kind> context,
    int features,
    int factors,
    int embedding,
    List<Integer> layers,
    int length,
    boolean future,
    boolean age,
    double temperature,
    double id_dropout,
    int negatives,
    double learning_rate,
    double regularization,
    int epochs,
    int patience,
    int validation,
    int batch)
    implements NetworkTrainer<TwoTowerModel> {
  public static final TwoTower DEFAULT =
      new TwoTower(
          List.of("category"),
          List.of(),
          List.of(),
          100_000,
          64,
          64,
          List.of(128),
          50,
          true,
          true,
          0.1,
          0.1,
          256,
          0.002,
          0,
          10,
          10,
          1000,
          512);

  public TwoTower {
    keywords = List.copyOf(keywords);
    numbers = List.copyOf(numbers);
    context = List.copyOf(context);
    layers = List.copyOf(layers);
    Require.atLeast("features", features, 0);
    Require.between("factors", factors, 1, 1024);
    Require.between("embedding", embedding, 1, 1024);
    layers.forEach(width -> Require.between("layers", width, 1, 4096));
    Require.atLeast("length", length, 1);
    Require.between("temperature", temperature, 0.001, 10);
    Require.between("id_dropout", id_dropout, 0, 1);
    Require.atLeast("negatives", negatives, 0);
    Require.above("learning_rate", learning_rate, 0);
    Require.atLeast("regularization", regularization, 0);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("patience", patience, 0);
    Require.atLeast("validation", validation, 0);
    Require.atLeast("batch", batch, 2);
  }

  @Override
  public TwoTowerModel train(Dataset data, Run run) {
    ContentFeatures content = Spaces.content(data, keywords, numbers);
    Moments moments = Moments.of(context);
    TwoTowerModel.Settings settings =
        new TwoTowerModel.Settings(
            factors, embedding, layers, length, temperature, content, moments.features());
    ItemSpace space = Spaces.of(data, content, features);
    TowerWeights weights = TowerWeights.zeros(settings, space.rows());
    Histories histories = Histories.of(data.interactions(), space);
    Exam exam = Exam.of(histories, moments, validation, run.seed());
    TowerTraining training = new TowerTraining(this, weights, space, exam, moments, run.seed());
    String catalogue = Spaces.digest(data, content);
    Epochs.Outcome outcome =
        new Epochs(epochs, patience)
            .run(training, Provenance.identity(this, run, data.interactions(), catalogue), run);
    return new TwoTowerModel(
        Provenance.manifest(
            "twotower",
            this,
            run,
            data.interactions(),
            outcome.metrics(),
            TwoTowerModel.fields(run.name(), factors)),
        settings,
        space,
        weights);
  }
}
