package dev.kindred.tools.train.sequence;

import dev.kindred.data.Dataset;
import dev.kindred.model.Manifest;
import dev.kindred.model.sequence.GruModel;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Epochs;

/**
 * GRU4Rec: a recurrent network over sessions (Hidasi, Karatzoglou, Baltrunas and Tikk 2016), with
 * the losses and the sampling of Hidasi and Karatzoglou (2018) and constrained embeddings. Sessions
 * are read in parallel lanes, each to its end, so every event is learned from whatever {@code
 * length} is. Of what Hidasi and Czapp (2023) found missing or wrong in other versions: sampled
 * items are drawn by popularity^alpha, a true item never counts as its own negative, states are
 * reset where a session begins and nowhere else, steps without an event have no loss, the softmax
 * is one over all scores, and input and output share their embeddings.
 *
 * @param factors width of the hidden state and the embeddings, 1 to 1024
 * @param length events of a history that are read when serving: the last, 1 to 1000
 * @param dropout probability for embeddings and hidden states, 0 to below 1
 * @param learning_rate of Adam
 * @param averaging how much of the average over steps, which is what is served, is kept at a step;
 *     0 serves the last step's network
 * @param batch sessions in parallel
 * @param steps read before the network is changed, through which gradients flow; 1 is the authors'
 * @param epochs at most
 * @param patience epochs without a better validation after which training ends; 0 never ends early
 * @param validation users whose last item is held out to stop early and to pick the best epoch, at
 *     most; 0 learns from everything and takes the last epoch
 * @param loss full softmax, sampled softmax, calibrated binary cross-entropy or BPR-max
 * @param negatives items sampled for an eighth of the batch, where the loss samples
 * @param alpha exponent of popularity in sampling
 * @param regularization of the scores in BPR-max
 */
public record Gru(
    int factors,
    int length,
    double dropout,
    double learning_rate,
    double averaging,
    int batch,
    int steps,
    int epochs,
    int patience,
    int validation,
    Loss loss,
    int negatives,
    double alpha,
    double regularization)
    implements NetworkTrainer<GruModel> {
  public static final Gru DEFAULT =
      new Gru(64, 200, 0.2, 0.002, 0.999, 128, 20, 200, 10, 10_000, Loss.SOFTMAX, 512, 0.5, 1);

  private static final int MOST_FACTORS = 1024;
  private static final int MOST_LENGTH = 1000;
  private static final double MOST_DROPOUT = 0.95;
  private static final double MOST_AVERAGING = 0.99999;
  private static final double CALIBRATION = 0.75;

  public Gru {
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.between("length", length, 1, MOST_LENGTH);
    Require.between("dropout", dropout, 0, MOST_DROPOUT);
    Require.above("learning_rate", learning_rate, 0);
    Require.between("averaging", averaging, 0, MOST_AVERAGING);
    Require.atLeast("batch", batch, 1);
    Require.between("steps", steps, 1, MOST_LENGTH);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("patience", patience, 0);
    Require.atLeast("validation", validation, 0);
    Require.atLeast("negatives", negatives, 1);
    Require.atLeast("alpha", alpha, 0);
    Require.atLeast("regularization", regularization, 0);
  }

  Objective.Choice choice() {
    return new Objective.Choice(loss, negatives, alpha, CALIBRATION, regularization);
  }

  @Override
  public GruModel train(Dataset data, Run run) {
    Sequences sequences = Sequences.of(data.interactions(), validation, run.seed());
    GruLearner learner = new GruLearner(this, sequences, run);
    String identity = Provenance.identity(this, run, data.interactions());
    Epochs.Outcome outcome = new Epochs(epochs, patience).run(learner, identity, run);
    Manifest manifest =
        Provenance.manifest(
            "gru",
            this,
            run,
            data.interactions(),
            outcome.metrics(),
            GruModel.fields(run.name(), factors));
    GruModel.Settings settings = new GruModel.Settings(factors, length);
    return new GruModel(manifest, settings, data.interactions().items(), learner.network());
  }
}
