package dev.kindred.tools.train.neural;

import dev.kindred.internal.neural.Parameter;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The loop over epochs: stops early when validation no longer improves, when the training diverges,
 * when time is up or when told to, and leaves the network as it was after its best epoch.
 *
 * @param most epochs
 * @param patience epochs without a better validation after which it ends; 0 never ends early
 */
public record Epochs(int most, int patience) {

  /**
   * What came of it.
   *
   * @param epochs done, in earlier runs too
   * @param best the epoch whose network it is
   * @param loss of the last epoch; NaN when the training diverged in it
   * @param validation of the best; NaN without validation
   */
  public record Outcome(int epochs, int best, double loss, double validation) {
    boolean diverged() {
      return epochs > 0 && Double.isNaN(loss);
    }

    /** As the metrics of a manifest; what is not known is left out. */
    public Map<String, Double> metrics() {
      Map<String, Double> metrics = new TreeMap<>();
      metrics.put("epochs", (double) epochs);
      metrics.put("best_epoch", (double) best);
      if (!Double.isNaN(loss)) {
        metrics.put("loss", loss);
      }
      if (!Double.isNaN(validation)) {
        metrics.put("validation_ndcg@10", validation);
      }
      return metrics;
    }
  }

  /**
   * Trains.
   *
   * @param identity of parameters, data and seed: a checkpoint of another is refused
   * @throws java.util.concurrent.CancellationException when the thread is interrupted; the last
   *     checkpoint stays
   * @throws IllegalStateException when the first epoch leaves no numbers to go on with
   */
  public Outcome run(Learner learner, String identity, Run run) {
    LongWork work = run.longWork();
    Checkpoint checkpoint =
        work.checkpoint() == null ? null : new Checkpoint(work.checkpoint(), identity);
    Best best = new Best(learner.parameters());
    Outcome outcome = new Outcome(0, 0, Double.NaN, Double.NaN);
    if (work.resume()) {
      outcome = checkpoint.read(learner, best.copy());
      run.progress().remark("resumed after epoch " + outcome.epochs());
    }
    Instant start = work.clock().instant();
    String reason = reason(outcome, Duration.ZERO, work);
    while (reason == null && outcome.epochs() < most) {
      outcome = epoch(learner, best, outcome, run.progress());
      reason = reason(outcome, Duration.between(start, work.clock().instant()), work);
      if (checkpoint != null && !outcome.diverged()) {
        checkpoint.write(learner, best.copy(), outcome);
      }
    }
    if (reason != null) {
      run.progress().remark(reason);
    }
    best.restore();
    return outcome;
  }

  private Outcome epoch(Learner learner, Best best, Outcome before, Progress progress) {
    int number = before.epochs() + 1;
    double loss = learner.epoch(number);
    double validation = learner.validate();
    boolean finite = Double.isFinite(loss) && best.isFinite();
    if (!finite && before.best() == 0) {
      throw new IllegalStateException(
          "the training diverged in epoch " + number + ", its first; lower learning_rate");
    }
    boolean better = finite && !(validation <= before.validation());
    if (better) {
      best.remember();
    }
    progress.epoch(number, most, loss, validation);
    return better
        ? new Outcome(number, number, loss, validation)
        : new Outcome(number, before.best(), finite ? loss : Double.NaN, before.validation());
  }

  /** Why to end now; null to go on. */
  private String reason(Outcome outcome, Duration spent, LongWork work) {
    if (outcome.diverged()) {
      return String.format(
          Locale.ROOT,
          "the training diverged in epoch %d; kept is epoch %d",
          outcome.epochs(),
          outcome.best());
    }
    if (patience > 0 && outcome.epochs() - outcome.best() >= patience) {
      return String.format(
          Locale.ROOT,
          "no better validation in %d epochs: the best is %.4f of epoch %d",
          patience,
          outcome.validation(),
          outcome.best());
    }
    if (work.limit() != null && spent.compareTo(work.limit()) >= 0) {
      return String.format(
          Locale.ROOT,
          "the time limit of %s is reached after epoch %d",
          work.limit(),
          outcome.epochs());
    }
    return null;
  }

  /** A copy of the network after its best epoch. */
  private record Best(List<Parameter> network, List<Parameter> copy) {
    Best(List<Parameter> network) {
      this(
          network,
          network.stream()
              .map(p -> new Parameter(p.name(), p.values().clone(), p.shape()))
              .toList());
    }

    void remember() {
      move(network, copy);
    }

    /** Whether the network is one of numbers. */
    boolean isFinite() {
      for (Parameter parameter : network) {
        for (float value : parameter.values()) {
          if (!Float.isFinite(value)) {
            return false;
          }
        }
      }
      return true;
    }

    void restore() {
      move(copy, network);
    }

    private static void move(List<Parameter> from, List<Parameter> to) {
      for (int p = 0; p < from.size(); p++) {
        float[] values = from.get(p).values();
        System.arraycopy(values, 0, to.get(p).values(), 0, values.length);
      }
    }
  }
}
