package dev.kindred.internal.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTest {
  private static final int N = 41;

  private static final Map<Activation, DoubleUnaryOperator> DEFINITIONS =
      Map.of(
          Activation.IDENTITY, x -> x,
          Activation.RELU, x -> Math.max(0, x),
          Activation.GELU,
              x -> x / 2 * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
          Activation.SIGMOID, x -> 1 / (1 + Math.exp(-x)),
          Activation.TANH, Math::tanh);

  private static float[] points() {
    float[] x = new float[N + 2];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - N / 2f) / 4;
    }
    return x;
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void isWhatItsNameSays(Activation activation) {
    float[] x = points();
    float[] y = new float[N + 2];
    activation.apply(x, 1, y, 2, N);
    for (int i = 0; i < N; i++) {
      double expected = DEFINITIONS.get(activation).applyAsDouble(x[1 + i]);
      assertThat((double) y[2 + i]).isCloseTo(expected, within(2e-6));
    }
    assertThat(y[0]).isZero();
    assertThat(y[1]).isZero();
  }

  @ParameterizedTest
  @EnumSource(value = Activation.class, mode = EnumSource.Mode.EXCLUDE, names = "GELU")
  void worksInPlace(Activation activation) {
    float[] x = points();
    float[] y = new float[x.length];
    activation.apply(x, 0, y, 0, N);
    activation.apply(x, 0, x, 0, N);
    for (int i = 0; i < N; i++) {
      assertThat(x[i]).isEqualTo(y[i]);
    }
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void theGradientIsTheDerivative(Activation activation) {
    float[] x = points();
    float[] y = new float[x.length];
    float[] d = new float[x.length];
    Arrays.fill(d, 3);
    activation.apply(x, 0, y, 0, N);
    activation.gradient(x, 0, y, 0, d, 0, N);
    for (int i = 0; i < N; i++) {
      DoubleUnaryOperator f = DEFINITIONS.get(activation);
      double slope = (f.applyAsDouble(x[i] + 1e-5) - f.applyAsDouble(x[i] - 1e-5)) / 2e-5;
      if (activation != Activation.RELU || x[i] != 0) {
        assertThat((double) d[i]).isCloseTo(3 * slope, within(1e-4));
      }
    }
  }

  @Test
  void extremesStayFinite() {
    float[] x = {-1e30f, 1e30f};
    float[] y = new float[2];
    Activation.SIGMOID.apply(x, 0, y, 0, 2);
    assertThat(y[0]).isBetween(0f, 1e-30f);
    assertThat(y[1]).isEqualTo(1);
    Activation.TANH.apply(x, 0, y, 0, 2);
    assertThat(y).containsExactly(-1, 1);
  }
}
