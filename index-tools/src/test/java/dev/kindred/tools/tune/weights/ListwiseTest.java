package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.rank.Part;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ListwiseTest {
  private static double[] weights(Mix mix) {
    return mix.parts().stream().mapToDouble(Part::weight).toArray();
  }

  /** The loss as its definition says, without Newton's bookkeeping. */
  private static double loss(Windows windows, Mix mix, double[] weights) {
    double loss = 0;
    for (int r = 0; r < windows.size(); r++) {
      Window window = windows.get(r);
      double[] scores = new double[window.size()];
      double sum = 0;
      for (int d = 0; d < scores.length; d++) {
        for (int s = 0; s < weights.length; s++) {
          scores[d] += weights[s] * mix.values(s, r)[d];
        }
        sum += Math.exp(scores[d]);
      }
      for (int d = 0; d < scores.length; d++) {
        if (window.relevant().contains(window.ids()[d])) {
          loss -= Math.log(Math.exp(scores[d]) / sum) / window.found() / windows.size();
        }
      }
    }
    double ridge = 0;
    for (double weight : weights) {
      ridge += 1e-4 / 2 * weight * weight;
    }
    return loss + ridge;
  }

  @Test
  void endsWhereNoDirectionIsBetter() throws IOException {
    Windows windows = Planted.of(80, new double[] {1, 0.5, 0.1}, 0.3, 1);
    Mix start = Mix.of(windows, windows.profile().signals(), 1);
    Learned learned = new Listwise(windows, false, 2).fit(Planted.all(windows), start);
    double[] end =
        learned.path().getLast().weights().stream().mapToDouble(Double::doubleValue).toArray();
    double least = loss(windows, start, end);
    assertThat(-learned.value()).isCloseTo(least, within(1e-9));
    for (int signal = 0; signal < end.length; signal++) {
      for (double step : new double[] {-0.05, 0.05}) {
        double[] beside = end.clone();
        beside[signal] = Math.max(0, beside[signal] + step);
        assertThat(loss(windows, start, beside)).isGreaterThanOrEqualTo(least);
      }
    }
  }

  @Test
  void theLossOnlyFalls() throws IOException {
    Windows windows = Planted.of(50, new double[] {1, 0.3}, 0.1, 2);
    Mix start = Mix.of(windows, windows.profile().signals(), 1);
    Learned learned = new Listwise(windows, false, 1).fit(Planted.all(windows), start);
    assertThat(learned.path()).hasSizeGreaterThan(3);
    for (int i = 1; i < learned.path().size(); i++) {
      assertThat(learned.path().get(i).value()).isGreaterThan(learned.path().get(i - 1).value());
    }
  }

  @Test
  void findsTheProportions() throws IOException {
    Windows windows = Planted.of(300, new double[] {1, 0.4}, 0.2, 3);
    Mix start = Mix.of(windows, windows.profile().signals(), 1);
    double[] learned =
        weights(new Listwise(windows, false, 1).fit(Planted.all(windows), start).mix());
    assertThat(learned[0]).isEqualTo(1);
    assertThat(learned[1]).isBetween(0.3, 0.5);
  }

  @Test
  void aSignalThatMisleadsGetsNothingOrLess() throws IOException {
    Windows windows = Planted.of(100, new double[] {1, -0.5}, 0.2, 4);
    Mix start = Mix.of(windows, windows.profile().signals(), 1);
    int[] all = Planted.all(windows);
    assertThat(weights(new Listwise(windows, false, 1).fit(all, start).mix())[1]).isZero();
    assertThat(weights(new Listwise(windows, true, 1).fit(all, start).mix())[1])
        .isBetween(-0.65, -0.35);
  }
}
