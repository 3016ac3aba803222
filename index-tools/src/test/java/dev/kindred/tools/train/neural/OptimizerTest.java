package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.internal.neural.Parameter;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
  private static List<Parameter> one(float... values) {
    return List.of(new Parameter("x", values, values.length));
  }

  static Stream<Function<List<Parameter>, Optimizer>> optimizers() {
    return Stream.of(
        p -> new Adam(p, 0),
        p -> new Adam(p, 0.01),
        p -> new Adagrad(p, 0),
        p -> new Adagrad(p, 0.5));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void findsTheBottomOfABowl(Function<List<Parameter>, Optimizer> maker) {
    List<Parameter> x = one(3, -2);
    Optimizer optimizer = maker.apply(x);
    for (int step = 0; step < 3000; step++) {
      float[] at = x.getFirst().values();
      optimizer.step(one(2 * (at[0] - 1), 20 * (at[1] - 0.5f)), 0.1, 1);
    }
    assertThat(x.getFirst().values()[0]).isCloseTo(1, within(0.02f));
    assertThat(x.getFirst().values()[1]).isCloseTo(0.5f, within(0.02f));
  }

  @Test
  void adamsFirstStepsAreThePapers() {
    List<Parameter> x = one(1);
    Adam adam = new Adam(x, 0.9, 0.999, 0);
    adam.step(one(4), 0.01, 1);
    assertThat(x.getFirst().values()[0]).isCloseTo(0.99f, within(1e-6f));
    adam.step(one(-2), 0.01, 1);
    double mean = (0.9 * 0.4 - 0.2) / (1 - 0.81);
    double square = (0.999 * 0.016 + 0.001 * 4) / (1 - 0.998001);
    double expected = 0.99 - 0.01 * mean / Math.sqrt(square);
    assertThat((double) x.getFirst().values()[0]).isCloseTo(expected, within(1e-6));
  }

  @Test
  void decayPullsToZeroBesideTheStep() {
    List<Parameter> x = one(10);
    new Adam(x, 0.5).step(one(0), 0.1, 1);
    assertThat(x.getFirst().values()[0]).isCloseTo(9.5f, within(1e-5f));
  }

  @Test
  void stateGoesOnWhereItStood() {
    List<Parameter> whole = one(3, -2);
    List<Parameter> halves = one(3, -2);
    Adam straight = new Adam(whole, 0);
    Adam before = new Adam(halves, 0);
    straight.step(one(1, 2), 0.1, 1);
    before.step(one(1, 2), 0.1, 1);
    Adam after = new Adam(halves, 0);
    for (int i = 0; i < before.state().size(); i++) {
      float[] values = before.state().get(i).values();
      System.arraycopy(values, 0, after.state().get(i).values(), 0, values.length);
    }
    straight.step(one(-3, 1), 0.1, 1);
    after.step(one(-3, 1), 0.1, 1);
    assertThat(halves.getFirst().values()).isEqualTo(whole.getFirst().values());
  }

  @Test
  void threadsChangeNothing() {
    List<Parameter> alone = one(NumericGradient.random(300_000, 1));
    List<Parameter> shared = one(NumericGradient.random(300_000, 1));
    List<Parameter> gradient = one(NumericGradient.random(300_000, 2));
    new Adam(alone, 0).step(gradient, 0.1, 1);
    new Adam(shared, 0).step(gradient, 0.1, 3);
    assertThat(shared.getFirst().values()).isEqualTo(alone.getFirst().values());
  }

  @Test
  void clippingKeepsTheDirection() {
    List<Parameter> gradient = List.of(one(3).getFirst(), one(0, 4).getFirst());
    assertThat(Optimizer.clip(gradient, 0)).isCloseTo(5, within(1e-6));
    assertThat(Optimizer.clip(gradient, 10)).isCloseTo(5, within(1e-6));
    assertThat(gradient.get(1).values()).containsExactly(0, 4);
    Optimizer.clip(gradient, 1);
    assertThat(gradient.get(0).values()[0]).isCloseTo(0.6f, within(1e-6f));
    assertThat(gradient.get(1).values()[1]).isCloseTo(0.8f, within(1e-6f));
  }
}
