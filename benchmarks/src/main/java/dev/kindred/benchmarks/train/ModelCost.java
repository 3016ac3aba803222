package dev.kindred.benchmarks.train;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.LiveHeap;
import dev.kindred.data.Dataset;
import dev.kindred.model.Model;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.registry.Trainers;
import java.lang.ref.Reference;

/**
 * What one training cost.
 *
 * @param cpu seconds of all threads, compiler and collector too
 * @param floor how much there was to do at least, in the case's unit
 * @param heap bytes alive at most beside the events
 */
record ModelCost(ModelCase model, double cpu, double floor, long heap) {

  /** Trains on these events, with one thread. */
  static ModelCost of(ModelCase model, Dataset data, long seed) throws Exception {
    double floor = model.floor().applyAsDouble(data.interactions());
    long before = LiveHeap.now();
    Model[] trained = {null};
    try (LiveHeap heap = new LiveHeap()) {
      double cpu =
          Clock.PROCESS.seconds(
              () ->
                  trained[0] =
                      Trainers.create(model.name(), model.parameters())
                          .train(data, new Run(model.name(), "1", seed, 1, Progress.NONE)));
      long most = Math.max(heap.most(), LiveHeap.now());
      Reference.reachabilityFence(trained);
      return new ModelCost(model, cpu, floor, most - before);
    }
  }
}
