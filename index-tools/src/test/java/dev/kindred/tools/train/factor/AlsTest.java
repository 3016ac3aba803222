package dev.kindred.tools.train.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlsTest extends TrainerContract {
  @Override
  protected String name() {
    return "als";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("factors", "4");
  }

  static Dataset random() {
    SplittableRandom random = new SplittableRandom(2);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.SUM);
    for (int e = 0; e < 3000; e++) {
      int item = random.nextInt(60);
      events.add("u" + random.nextInt(120), "i" + item, random.nextInt(20) == 0 ? -1 : 1, e);
    }
    return new Dataset(events.build(), List.of());
  }

  private static List<Double> losses(Map<String, String> parameters, int threads) {
    List<Double> losses = new ArrayList<>();
    Run run = new Run("als", "1", 3, threads, (done, total, loss) -> losses.add(loss));
    Trainers.create("als", parameters).train(random(), run);
    return losses;
  }

  @Test
  void everyIterationLowersTheLoss() {
    List<Double> losses = losses(Map.of("factors", "8"), 1);
    assertThat(losses).hasSize(16);
    for (int i = 1; i < losses.size(); i++) {
      assertThat(losses.get(i)).isLessThan(losses.get(i - 1) + 1e-5);
    }
  }

  @Test
  void conjugateGradientsComeCloseToTheExactSolution() {
    double exact = losses(Map.of("factors", "8", "solver", "cholesky"), 1).getLast();
    double approximate = losses(Map.of("factors", "8", "solver", "cg"), 1).getLast();
    assertThat(approximate).isCloseTo(exact, within(exact * 0.02));
  }

  @Test
  void threadsDoNotChangeConjugateGradientsEither() {
    Map<String, String> parameters = Map.of("factors", "8", "solver", "cg", "iterations", "3");
    assertThat(losses(parameters, 3)).isEqualTo(losses(parameters, 1));
  }

  @Test
  void agedEventsAreLearnedLess() {
    double all = losses(Map.of("factors", "8"), 1).getLast();
    assertThat(losses(Map.of("factors", "8", "half_life", "PT0.5S"), 1).getLast())
        .isNotEqualTo(all);
    assertThat(losses(Map.of("factors", "8", "half_life", "P1000D"), 1).getLast())
        .isCloseTo(all, within(1e-4 * all));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("als", Map.of("factors", "2000")))
        .hasMessage("model 'als': factors must be 1 to 1024, was 2000");
    assertThatThrownBy(() -> Trainers.create("als", Map.of("alpha", "NaN")))
        .hasMessage("model 'als': alpha must be above 0, was NaN");
    assertThatThrownBy(() -> Trainers.create("als", Map.of("factor", "2")))
        .hasMessageContaining("did you mean factors?");
    assertThatThrownBy(() -> Trainers.create("als", Map.of("factors", "many")))
        .hasMessageContaining("many");
  }

  /** More factors than there are users or items, and next to no penalty. */
  @ParameterizedTest
  @ValueSource(strings = {"cholesky", "cg"})
  void aPenaltyBelowRoundingIsRaisedToIt(String solver) {
    Map<String, String> parameters =
        Map.of("factors", "96", "solver", solver, "frequency_exponent", "0", "alpha", "3000");
    assertThat(losses(parameters, 1).getLast()).isBetween(0.0, 100.0);
  }
}
