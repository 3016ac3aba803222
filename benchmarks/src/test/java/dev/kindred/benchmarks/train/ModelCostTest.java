package dev.kindred.benchmarks.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.report.LiveHeap;
import dev.kindred.data.Dataset;
import dev.kindred.data.Interactions;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelCostTest {
  private final Interactions ratings = new SimulatedRatings(4_000, 3).interactions();

  @Test
  void everyModelIsTrainedAndCosts() throws Exception {
    for (ModelCase model : ModelCase.all()) {
      ModelCost cost = ModelCost.of(model, new Dataset(ratings, List.of()), 5);
      assertThat(cost.cpu()).as(model.name()).isPositive();
      assertThat(cost.floor()).as(model.name()).isGreaterThanOrEqualTo(ratings.size());
    }
  }

  @Test
  void whatIsHeldIsSeen() throws Exception {
    long before = LiveHeap.now();
    byte[] held = new byte[40 << 20];
    long after = LiveHeap.now();
    assertThat(after - before).isGreaterThan(30L << 20);
    try (LiveHeap heap = new LiveHeap()) {
      System.gc();
      for (int wait = 0; heap.most() == 0 && wait < 1000; wait++) {
        Thread.sleep(5);
      }
      assertThat(heap.most()).isGreaterThan(30L << 20);
    }
    assertThat(held).hasSize(40 << 20);
  }
}
