package dev.kindred.benchmarks.deep;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.tools.train.Progress;

/**
 * Lets the peer train an epoch after each of ours, so that both meet the same neighbours on the
 * machine. Counts the CPU time of the whole process: compiler and collector too. Not thread-safe.
 */
final class Turns implements Progress {
  private final Peer peer;
  private final int warming;
  private final Clock clock;
  private final Sample ours = new Sample();
  private final Sample theirs = new Sample();
  private double ourLoss;
  private double theirLoss;
  private long start;

  /**
   * @param warming epochs of both that are not counted
   */
  Turns(Peer peer, int warming, Clock clock) {
    this.peer = peer;
    this.warming = warming;
    this.clock = clock;
    this.start = clock.now();
  }

  @Override
  public void epoch(int done, int total, double loss) {
    long end = clock.now();
    double spent = (end - start) / 1e9;
    ourLoss = loss;
    theirLoss = peer.epoch();
    start = clock.now();
    if (done > warming) {
      ours.add(spent);
      theirs.add((start - end) / 1e9);
    }
  }

  /** Seconds of our epochs. */
  Sample ours() {
    return ours;
  }

  /** Seconds of the peer's. */
  Sample theirs() {
    return theirs;
  }

  /** Of our last epoch. */
  double ourLoss() {
    return ourLoss;
  }

  /** Of the peer's last. */
  double theirLoss() {
    return theirLoss;
  }
}
