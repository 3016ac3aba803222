package dev.kindred.benchmarks.train;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;

/**
 * Our iterations and EJML's by turns: between two iterations of the trainer EJML gets its share, so
 * that both meet the same machine. The first iteration warms up and is not counted.
 */
final class AlsMeasurement {
  private final AlsCase als;
  private final int threads;
  private final Clock clock;
  private final EjmlAls[] sides;
  private final double share;
  private final Sample ours = new Sample();
  private final Sample ejml = new Sample();
  private long mark;

  /**
   * @param share CPU seconds EJML gets for each of its two sides after every iteration
   */
  AlsMeasurement(AlsCase als, Interactions users, Interactions items, int threads, double share) {
    this.als = als;
    this.threads = threads;
    this.clock = Clock.cpu(threads);
    this.sides =
        new EjmlAls[] {new EjmlAls(als.factors(), users), new EjmlAls(als.factors(), items)};
    this.share = share;
  }

  /** Runs so many counted iterations. */
  AlsMeasurement run(Interactions users, int rounds) {
    Run run = new Run("als", "benchmark", 1, threads, (done, total, loss) -> turn(done));
    mark = clock.now();
    Trainers.create("als", als.parameters(rounds + 1)).train(new Dataset(users, List.of()), run);
    return this;
  }

  private void turn(int done) {
    double seconds = (clock.now() - mark) / 1e9;
    try {
      double theirs = sides[0].seconds(share, done) + sides[1].seconds(share, done);
      if (done > 1) {
        ours.add(seconds);
        ejml.add(theirs);
      }
    } catch (Exception e) {
      throw new IllegalStateException("EJML's turn failed", e);
    }
    mark = clock.now();
  }

  AlsCase als() {
    return als;
  }

  /** CPU seconds of our iterations. */
  Sample ours() {
    return ours;
  }

  /** CPU seconds of EJML's, extrapolated. */
  Sample ejml() {
    return ejml;
  }
}
