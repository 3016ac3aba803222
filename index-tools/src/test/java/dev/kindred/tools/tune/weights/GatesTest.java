package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.rank.Part;
import dev.kindred.request.Feature;
import dev.kindred.request.Gate;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final Metric NDCG = Metrics.parse("ndcg@10").getFirst();

  /** Of {@code Planted}'s histories, those in ascending order at a fifth and at three fifths. */
  @Test
  void aFeatureThatVariesIsTriedAtTwoPlacesToEitherSide() throws IOException {
    Windows windows = Planted.of(51, new double[] {1}, 0, 1);
    double[] histories =
        IntStream.range(0, 51)
            .mapToDouble(i -> windows.get(i).features().get(Feature.HISTORY))
            .sorted()
            .toArray();
    List<Gate> gates = Gates.of(windows, Set.of(Feature.HISTORY));
    assertThat(gates).extracting(Gate::pivot).containsOnly(histories[10], histories[30]);
    assertThat(gates)
        .hasSize(8)
        .contains(
            new Gate(Feature.HISTORY, histories[10], 1, 0),
            new Gate(Feature.HISTORY, histories[30], 0, 1));
  }

  @Test
  void whatIsTheSameInEveryRequestDecidesNothing() throws IOException {
    Windows windows = Planted.of(20, new double[] {1}, 0, 1);
    assertThat(Gates.of(windows, Set.of(Feature.TEXT, Feature.IDLE))).isEmpty();
    assertThat(Gates.of(windows, Set.of())).isEmpty();
  }

  /** Newcomers go by the first signal, regulars by the second. */
  @Test
  void weightsFollowTheRequestWhereTheyMay() throws IOException {
    Windows newcomers = Planted.of(80, new double[] {1, 0}, 0, 1);
    Windows regulars = Planted.of(80, new double[] {0, 1}, 0, 2);
    Window[] both = new Window[160];
    for (int i = 0; i < 80; i++) {
      both[i] = with(newcomers.get(i), 0);
      both[80 + i] = with(regulars.get(i), 1000);
    }
    Windows windows = new Windows(newcomers.profile(), newcomers.task(), both);
    Tuner plain = new Tuner(NDCG, 2, 0, false, false, Set.of(), 7, 2, (done, total) -> {});
    Tuning same = plain.tune(windows);
    Tuning gated = plain.gated(Set.of(Feature.HISTORY)).tune(windows);
    assertThat(same.signals()).extracting(Part::gate).containsOnlyNulls();
    assertThat(gated.signals()).extracting(Part::gate).anyMatch(gate -> gate != null);
    assertThat(same.fitted()).isLessThan(0.8);
    assertThat(gated.fitted()).isGreaterThan(0.95);
  }

  private static Window with(Window window, float history) {
    Map<Feature, Float> features = new EnumMap<>(window.features());
    features.put(Feature.HISTORY, history);
    return new Window(window.ids(), window.raw(), window.relevant(), features);
  }
}
