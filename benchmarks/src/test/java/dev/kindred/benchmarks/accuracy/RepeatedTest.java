package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.metric.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepeatedTest {
  private static Result result(double value) {
    return new Result(
        "m", Map.of("ndcg@10", new Estimate(value, 0.01)), 50, 2, value, Map.of("k", 1));
  }

  @Test
  void reportsTheMeanAndItsErrorOverSeeds() {
    Repeated repeated = Repeated.of(List.of(result(0.2), result(0.3), result(0.4)));
    assertThat(repeated.seeds()).isEqualTo(3);
    assertThat(repeated.mean().metrics().get("ndcg@10").value()).isCloseTo(0.3, within(1e-12));
    assertThat(repeated.mean().metrics().get("ndcg@10").se()).isCloseTo(0.01, within(1e-12));
    assertThat(repeated.errors().get("ndcg@10")).isCloseTo(0.1 / Math.sqrt(3), within(1e-12));
    assertThat(repeated.mean().users()).isEqualTo(50);
  }

  @Test
  void oneSeedHasNoErrorOverSeeds() {
    assertThat(Repeated.of(List.of(result(0.2))).errors().get("ndcg@10")).isNaN();
  }
}
