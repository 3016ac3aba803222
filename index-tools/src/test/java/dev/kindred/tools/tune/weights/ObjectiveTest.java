package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.metric.Metrics;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ObjectiveTest {
  private static Objective objective(Windows windows, int k) {
    return new Objective(windows, Metrics.parse("ndcg@" + k).getFirst(), 2);
  }

  @Test
  void ranksAsASortWould() throws IOException {
    Windows windows = Planted.of(20, new double[] {1, 0.5, 0.2}, 0.1, 1);
    Mix mix = Mix.of(windows, windows.profile().signals(), 1).weighing(new double[] {0.7, 0.2, 1});
    List<List<String>> ranked = objective(windows, 7).rank(Planted.all(windows), mix);
    for (int r = 0; r < windows.size(); r++) {
      int request = r;
      double[] scores = new double[windows.get(r).size()];
      Arrays.setAll(
          scores,
          d ->
              0.7 * mix.values(0, request)[d]
                  + 0.2 * mix.values(1, request)[d]
                  + mix.values(2, request)[d]);
      List<String> sorted =
          IntStream.range(0, scores.length)
              .boxed()
              .sorted(Comparator.comparingDouble(d -> -scores[d]))
              .limit(7)
              .map(d -> windows.get(request).ids()[d])
              .toList();
      assertThat(ranked.get(r)).isEqualTo(sorted);
    }
  }

  @Test
  void equalScoresKeepTheOrderOfTies() throws IOException {
    Windows windows = Planted.of(1, new double[] {1}, 0, 2);
    Mix silent = Mix.of(windows, windows.profile().signals(), 1).weighing(0, 0);
    assertThat(objective(windows, 4).rank(new int[] {0}, silent).getFirst())
        .containsExactly("i0", "i1", "i2", "i3");
  }

  @Test
  void aLineHasTheValuesOfItsPoints() throws IOException {
    Windows windows = Planted.of(40, new double[] {1, 0.3}, 0.1, 3);
    Mix mix = Mix.of(windows, windows.profile().signals(), 1);
    int[] all = Planted.all(windows);
    double[] line = objective(windows, 5).values(all, mix, 1, new double[] {0, 0.3, 2});
    List<Double> points = new ArrayList<>();
    for (double weight : new double[] {0, 0.3, 2}) {
      points.add(objective(windows, 5).value(all, mix.weighing(1, weight)));
    }
    assertThat(line).containsExactly(points.get(0), points.get(1), points.get(2));
    assertThat(line[1]).isGreaterThan(line[0]).isGreaterThan(line[2]);
  }

  @Test
  void whatIsNotAmongTheCandidatesCountsAsMissed() {
    Window window =
        new Window(
            new String[] {"a", "b"},
            new float[][] {{2, 1}},
            java.util.Set.of("a", "z"),
            java.util.Map.of());
    assertThat(window.found()).isEqualTo(1);
    List<String> top = new Top(5).of(window.ids(), new double[2], window.raw()[0], 1);
    assertThat(top).containsExactly("a", "b");
  }

  @Test
  void aMissingValueIsTheProfiles() throws IOException {
    Windows windows = Planted.of(1, new double[] {1}, 0, 4);
    windows.get(0).raw()[0][7] = Float.NaN;
    var part = windows.profile().signals().getFirst();
    var known =
        new dev.kindred.rank.Part(
            part.name(), part.signal(), part.normalizer(), part.weight(), 0.25);
    Mix mix = Mix.of(windows, List.of(known), 1);
    assertThat(mix.values(0, 0)[7]).isEqualTo(0.25f);
    assertThat(mix.values(0, 0)[8])
        .isCloseTo((float) known.normalizer().apply(windows.get(0).raw()[0][8]), within(1e-6f));
  }
}
