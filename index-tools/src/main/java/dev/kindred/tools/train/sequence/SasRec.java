package dev.kindred.tools.train.sequence;

import dev.kindred.data.Dataset;
import dev.kindred.model.Manifest;
import dev.kindred.model.sequence.SasRecModel;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Provenance;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.neural.Epochs;

/**
 * Self-attentive sequential recommendation (Kang and McAuley 2018), trained with cross-entropy over
 * all items (Klenitskiy and Vasilev 2023, "Turning dross into gold loss") or on a sample of them.
 * Each position of a sequence predicts the next item; blocks normalise first; items have one
 * embedding for input and output.
 *
 * @param factors width of the network and dimensions of the vectors, 1 to 1024
 * @param length events of a history that are read: the last, 1 to 1000
 * @param whole whether what a history holds beyond its last {@code length} events is learned from
 *     too, in pieces of that length
 * @param layers transformer blocks, 0 to 16
 * @param heads of attention; divides {@code factors}
 * @param dropout probability, 0 to below 1
 * @param learning_rate of Adam
 * @param averaging how much of the average over steps, which is what is served, is kept at a step;
 *     0 serves the last step's network
 * @param batch sequences in a step
 * @param epochs at most
 * @param patience epochs without a better validation after which training ends; 0 never ends early
 * @param validation users whose last item is held out to stop early and to pick the best epoch, at
 *     most; 0 learns from everything and takes the last epoch
 * @param loss full softmax, sampled softmax, calibrated binary cross-entropy or BPR-max
 * @param negatives items sampled for a shard of a batch, where the loss samples
 * @param alpha exponent of popularity in sampling
 * @param calibration t of gSASRec (Petrov and Macdonald 2023), 0 to 1
 */
public record SasRec(
    int factors,
    int length,
    boolean whole,
    int layers,
    int heads,
    double dropout,
    double learning_rate,
    double averaging,
    int batch,
    int epochs,
    int patience,
    int validation,
    Loss loss,
    int negatives,
    double alpha,
    double calibration)
    implements NetworkTrainer<SasRecModel> {
  public static final SasRec DEFAULT =
      new SasRec(
          64, 200, true, 2, 1, 0.2, 0.001, 0.999, 128, 200, 10, 10_000, Loss.SOFTMAX, 512, 0, 0.75);

  private static final int MOST_FACTORS = 1024;
  private static final int MOST_LENGTH = 1000;
  private static final int MOST_LAYERS = 16;
  private static final double MOST_DROPOUT = 0.95;
  private static final double MOST_AVERAGING = 0.99999;

  public SasRec {
    Require.between("factors", factors, 1, MOST_FACTORS);
    Require.between("length", length, 1, MOST_LENGTH);
    Require.between("layers", layers, 0, MOST_LAYERS);
    Require.atLeast("heads", heads, 1);
    Require.that(factors % heads == 0, "heads must divide factors " + factors + ", was " + heads);
    Require.between("dropout", dropout, 0, MOST_DROPOUT);
    Require.above("learning_rate", learning_rate, 0);
    Require.between("averaging", averaging, 0, MOST_AVERAGING);
    Require.atLeast("batch", batch, 1);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("patience", patience, 0);
    Require.atLeast("validation", validation, 0);
    Require.atLeast("negatives", negatives, 1);
    Require.atLeast("alpha", alpha, 0);
    Require.between("calibration", calibration, 0, 1);
  }

  SasRecModel.Settings settings() {
    return new SasRecModel.Settings(factors, length, layers, heads, factors, true);
  }

  Objective.Choice choice() {
    return new Objective.Choice(loss, negatives, alpha, calibration, 0);
  }

  @Override
  public SasRecModel train(Dataset data, Run run) {
    Sequences sequences = Sequences.of(data.interactions(), validation, run.seed());
    SasRecLearner learner =
        new SasRecLearner(this, whole ? sequences.pieces(length) : sequences, run);
    String identity = Provenance.identity(this, run, data.interactions());
    Epochs.Outcome outcome = new Epochs(epochs, patience).run(learner, identity, run);
    Manifest manifest =
        Provenance.manifest(
            "sasrec",
            this,
            run,
            data.interactions(),
            outcome.metrics(),
            SasRecModel.fields(run.name(), factors));
    return new SasRecModel(manifest, settings(), data.interactions().items(), learner.network());
  }
}
