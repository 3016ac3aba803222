package dev.kindred.tools.train.deep;

import dev.kindred.data.Dataset;
import dev.kindred.model.deep.ContentFeatures;
import dev.kindred.model.deep.ItemSpace;
import dev.kindred.model.deep.JointModel;
import dev.kindred.model.deep.JointWeights;
import dev.kindred.model.deep.Wide;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Epochs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Wide and deep learning (Cheng et al. 2016, "Wide and deep learning for recommender systems"): a
 * feed-forward network over embeddings of history, moment, item and the item's content features,
 * and beside it a linear model of crossed features, trained together with the logistic loss on
 * sampled negatives. The deep part follows Adam, the wide part FTRL with an L1 term.
 *
 * @param keywords keyword fields of the catalogue, each value a feature
 * @param numbers numeric fields, cut at their deciles
 * @param context what a moment is described by: {@code HOUR}, {@code WEEKDAY}
 * @param features of the content, the commonest so many
 * @param embedding numbers that describe each side to the network, 1 to 1024
 * @param layers widths of the hidden layers
 * @param history_exponent of the number of liked items, 0 (their sum) to 1 (their mean)
 * @param length the latest items of a history that are looked at
 * @param crosses pairs of two items that may get a weight
 * @param wide_rate FTRL's α
 * @param wide_l1 FTRL's λ₁
 * @param negatives drawn for each liked item
 * @param learning_rate of the deep part at first; falls linearly to 0
 * @param regularization of the embeddings that a batch touches
 * @param dropout of the hidden layers
 * @param epochs passes over what users liked
 * @param patience epochs without a better validation after which training ends; 0 never ends early
 * @param validation users whose latest item is held out to end early and to pick the best epoch, at
 *     most; 0 learns from everything and takes the last epoch
 * @param batch liked items a step
 */
public record WideDeep(
    List<String> keywords,
    List<String> numbers,
    List<Moments.Kind> context,
    int features,
    int embedding,
    List<Integer> layers,
    double history_exponent,
    int length,
    int crosses,
    double wide_rate,
    double wide_l1,
    int negatives,
    double learning_rate,
    double regularization,
    double dropout,
    int epochs,
    int patience,
    int validation,
    int batch)
    implements NetworkTrainer<JointModel> {
  public static final WideDeep DEFAULT =
      new WideDeep(
          List.of("category"),
          List.of(),
          List.of(),
          1000,
          32,
          List.of(64, 32, 16),
          0.5,
          50,
          1_000_000,
          0.02,
          1,
          4,
          0.002,
          0,
          0,
          10,
          10,
          1000,
          256);

  public WideDeep {
    keywords = List.copyOf(keywords);
    numbers = List.copyOf(numbers);
    context = List.copyOf(context);
    layers = List.copyOf(layers);
    Require.between("features", features, 0, 4000);
    Require.between("embedding", embedding, 1, 1024);
    Require.that(!layers.isEmpty(), "layers must name at least one width");
    layers.forEach(width -> Require.between("layers", width, 1, 4096));
    Require.between("history_exponent", history_exponent, 0, 1);
    Require.atLeast("length", length, 2);
    Require.between("crosses", crosses, 0, 100_000_000);
    Require.above("wide_rate", wide_rate, 0);
    Require.atLeast("wide_l1", wide_l1, 0);
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
    ContentFeatures content = Spaces.content(data, keywords, numbers);
    Moments moments = Moments.of(context);
    JointModel.Settings settings =
        new JointModel.Settings(
            0, embedding, layers, history_exponent, length, content, moments.features());
    ItemSpace space = Spaces.of(data, content, features);
    Histories histories = Histories.of(data.interactions(), space);
    JointWeights weights = JointWeights.zeros(settings, space.rows());
    JointTraining.Plan plan =
        new JointTraining.Plan(negatives, learning_rate, regularization, dropout, epochs, batch);
    Exam exam = Exam.of(histories, moments, validation, run.seed());
    JointTraining training =
        new JointTraining(plan, settings, weights, space, moments, exam, run.seed());
    Crosses pairs = training.cross(moments.features().size(), crosses, wide_rate, wide_l1);
    String catalogue = Spaces.digest(data, content);
    Epochs.Outcome outcome =
        new Epochs(epochs, patience)
            .run(training, Provenance.identity(this, run, data.interactions(), catalogue), run);
    Wide wide = pairs.wide();
    Map<String, Double> metrics = new TreeMap<>(outcome.metrics());
    metrics.put("crosses", (double) wide.columns().length);
    return new JointModel(
        Provenance.manifest(
            "widedeep",
            this,
            run,
            data.interactions(),
            metrics,
            JointModel.fields(run.name(), settings, true)),
        settings,
        space,
        weights,
        wide);
  }
}
