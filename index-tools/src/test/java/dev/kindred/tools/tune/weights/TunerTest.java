package dev.kindred.tools.tune.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.Profile;
import dev.kindred.rank.Part;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TunerTest {
  private static final Metric NDCG = Metrics.parse("ndcg@5").getFirst();
  private static final double[] TRUTH = {1, 0.2, 0};

  private static Tuner tuner(int threads) {
    return new Tuner(NDCG, 3, 1, false, false, Set.of(), 7, threads, (done, total) -> {});
  }

  private static double[] weights(List<Part> parts) {
    return parts.stream().mapToDouble(Part::weight).toArray();
  }

  /** The metric when each request is ranked by what was learned without it. */
  private static double unseen(Windows windows, Tuning tuning) {
    Objective objective = new Objective(windows, NDCG, 1);
    double sum = 0;
    for (int fold = 0; fold < tuning.byFold().size(); fold++) {
      int own = fold;
      int[] requests =
          IntStream.range(0, windows.size()).filter(r -> tuning.folds().get(r) == own).toArray();
      Mix mix = Mix.of(windows, tuning.byFold().get(fold), 1);
      sum += objective.value(requests, mix) * requests.length / windows.size();
    }
    return sum;
  }

  @Test
  void findsWhatUsersGoBy() throws IOException {
    Windows windows = Planted.of(200, TRUTH, 0.05, 1);
    Tuning tuning = tuner(1).tune(windows);
    double[] learned = weights(tuning.signals());
    assertThat(learned[0]).isEqualTo(1);
    assertThat(learned[1]).isBetween(0.1, 0.35);
    assertThat(learned[2]).isBetween(0.0, 0.08);
    Objective objective = new Objective(windows, NDCG, 1);
    double before =
        objective.value(Planted.all(windows), Mix.of(windows, windows.profile().signals(), 1));
    assertThat(unseen(windows, tuning)).isGreaterThan(before + 0.2);
    assertThat(tuning.fitted()).isGreaterThanOrEqualTo(unseen(windows, tuning) - 0.02);
  }

  @Test
  void threadsDoNotMatter() throws IOException {
    Windows windows = Planted.of(60, TRUTH, 0.1, 2);
    assertThat(tuner(4).tune(windows)).isEqualTo(tuner(1).tune(windows));
  }

  @Test
  void everyRequestIsJudgedByWeightsThatHaveNotSeenIt() throws IOException {
    Windows windows = Planted.of(61, TRUTH, 0.1, 3);
    Tuning tuning = tuner(1).tune(windows);
    assertThat(tuning.folds()).hasSize(61).containsOnly(0, 1, 2);
    assertThat(tuning.byFold()).hasSize(3);
    for (int fold = 0; fold < 3; fold++) {
      int own = fold;
      assertThat(tuning.folds().stream().filter(f -> f == own).count()).isBetween(20L, 21L);
    }
  }

  @Test
  void whereSignalsSayNothingThereIsNoGainOnUnseenRequests() throws IOException {
    Windows windows = Planted.of(150, new double[] {0, 0, 0}, 1, 4);
    Tuning tuning = tuner(1).tune(windows);
    Objective objective = new Objective(windows, NDCG, 1);
    double before =
        objective.value(Planted.all(windows), Mix.of(windows, windows.profile().signals(), 1));
    assertThat(unseen(windows, tuning) - before).isLessThan(0.04);
  }

  @Test
  void aSignalThatIsBestAloneIsLeftAlone() throws IOException {
    Windows windows = Planted.of(120, new double[] {0, 0, 0, 1, 0, 0}, 0, 9);
    double[] learned = weights(tuner(1).tune(windows).signals());
    assertThat(learned[3]).isEqualTo(1);
    assertThat(Arrays.stream(learned).sum()).isLessThan(1.05);
  }

  @Test
  void weightsAreNotNegativeUnlessAllowed() throws IOException {
    Windows windows = Planted.of(120, new double[] {1, -0.8}, 0.05, 5);
    assertThat(weights(tuner(1).tune(windows).signals())).containsExactly(1, 0);
    Tuner free = new Tuner(NDCG, 3, 1, true, false, Set.of(), 7, 1, (done, total) -> {});
    assertThat(weights(free.tune(windows).signals())[1]).isBetween(-1.0, -0.5);
  }

  @Test
  void tooFewRequestsAreRefused() throws IOException {
    Windows few = Planted.of(5, TRUTH, 0, 6);
    assertThatThrownBy(() -> tuner(1).tune(few))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("5 requests are too few to learn weights from in 3 folds");
  }

  @Test
  void whatIsLearnedMovesToAProfileFittedElsewhere() throws IOException {
    Windows windows = Planted.of(60, TRUTH, 0.1, 2);
    Tuning tuning = tuner(1).tune(windows);
    Profile other = Planted.profile(3);
    assertThat(tuning.moved(other).signals())
        .extracting(Part::weight)
        .containsExactly(tuning.signals().stream().map(Part::weight).toArray(Double[]::new));
    assertThatThrownBy(() -> tuning.moved(Planted.profile(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("other signals than [s0, s1, s2]");
  }
}
