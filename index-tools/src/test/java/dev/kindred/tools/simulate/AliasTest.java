package dev.kindred.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.converter.TypedArgumentConverter;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {
  private static final int DRAWS = 200_000;

  static final class Numbers extends TypedArgumentConverter<String, double[]> {
    Numbers() {
      super(String.class, double[].class);
    }

    @Override
    protected double[] convert(String text) {
      return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "1 1", "1 2 3 4", "0.001 1000", "5 0.1 0.1 0.1 0.1 0.1 5", "1e-9 1"})
  void drawsInProportionToTheWeights(@ConvertWith(Numbers.class) double[] weights) {
    Alias alias = new Alias(weights);
    assertThat(alias.size()).isEqualTo(weights.length);
    SplittableRandom random = new SplittableRandom(5);
    double[] shares = new double[weights.length];
    for (int n = 0; n < DRAWS; n++) {
      shares[alias.draw(random)] += 1.0 / DRAWS;
    }
    double sum = Arrays.stream(weights).sum();
    for (int i = 0; i < weights.length; i++) {
      assertThat(shares[i]).isCloseTo(weights[i] / sum, within(0.005));
    }
  }
}
