package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Binary;
import dev.kindred.benchmarks.peers.child.Cost;
import dev.kindred.benchmarks.report.Sample;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.task.Task;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What was measured of a contender so far, and its process. Not thread-safe. */
final class Turn implements Closeable {
  private final Contender contender;
  private final Child child;
  private final Sample cpu = new Sample();
  private final List<Result> results = new ArrayList<>();
  private String version = "";
  private String failure;
  private long heap;
  private int loaded = -1;

  Turn(Contender contender, Child child) {
    this.contender = contender;
    this.child = child;
  }

  /** Trains on a fold once. A contender that fails is left out from then on. */
  void train(Prepared.Fold fold, boolean counted) {
    if (failure != null) {
      return;
    }
    try {
      if (loaded != fold.number()) {
        version = child.load(fold.ratings());
        loaded = fold.number();
      }
      Cost cost = child.train();
      if (counted) {
        cpu.add(cost.cpu() / 1e9);
        heap = Math.max(heap, cost.heap());
      }
    } catch (IOException e) {
      failure = e.getMessage();
    }
  }

  /** Grades what the last training made. */
  void answer(Prepared.Fold fold, Exam exam, Path place) throws IOException {
    if (failure != null) {
      return;
    }
    try {
      child.leave(fold.pairs(), place);
    } catch (IOException e) {
      failure = e.getMessage();
      return;
    }
    Task task = fold.task();
    results.add(
        contender.isOurs()
            ? Served.grade(exam, task, place)
            : exam.grade(task, Binary.doubles(place)));
  }

  Contender contender() {
    return contender;
  }

  /** CPU seconds of the counted trainings. */
  Sample cpu() {
    return cpu;
  }

  /** Most bytes alive in a counted training. */
  long heap() {
    return heap;
  }

  /** Library and version. */
  String version() {
    return version;
  }

  /** What went wrong; null when nothing did. */
  String failure() {
    return failure;
  }

  /** The mean over the folds. */
  Result result() {
    return results.size() == 1 ? results.getFirst() : Result.average(results);
  }

  @Override
  public void close() throws IOException {
    child.close();
  }
}
