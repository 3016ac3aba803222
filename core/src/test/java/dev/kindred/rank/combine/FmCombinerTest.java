package dev.kindred.rank.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.rank.Combiner;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.Test;

class FmCombinerTest {
  private static final FmCombiner FM =
      new FmCombiner(0.5, new double[] {1, -2, 3}, new double[][] {{1, 0}, {0.5, 2}, {-1, 0.25}});
  private static final double[] VALUES = {0.2, 0.7, 0.9};

  private static List<Explanation> parts() {
    return Arrays.stream(VALUES).mapToObj(v -> Explanation.match(v, "signal")).toList();
  }

  /** Equation 1 of Rendle (2010), written out. */
  @Test
  void addsWeightsAndInteractionsOfPairs() {
    double expected =
        0.5
            + (1 * 0.2 - 2 * 0.7 + 3 * 0.9)
            + 0.5 * 0.2 * 0.7
            - 1 * 0.2 * 0.9
            + (-0.5 + 0.5) * 0.7 * 0.9;
    assertThat(FM.combine(VALUES)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void explainsTheScoreToTheLastBit() {
    Explanation explanation = FM.explain(VALUES, parts());
    assertThat(explanation.getValue().doubleValue()).isEqualTo(FM.combine(VALUES));
    double sum = 0;
    for (Explanation detail : explanation.getDetails()) {
      sum += detail.getValue().doubleValue();
    }
    assertThat(sum).isEqualTo(FM.combine(VALUES));
    assertThat(explanation.toString()).contains("interaction with signal 3 of value 0.9");
  }

  @Test
  void contributionsAddUpToTheScoreButTheIntercept() {
    assertThat(Arrays.stream(FM.contributions(VALUES)).sum())
        .isCloseTo(FM.combine(VALUES) - 0.5, within(1e-12));
  }

  @Test
  void isReadFromTheJsonItWrites() throws IOException {
    JsonNode json = Combiners.JSON.write(FM);
    assertThat(json.path("fm").path("weights").size()).isEqualTo(3);
    Combiner read = Combiners.JSON.read(new ObjectMapper().readTree(json.toString()));
    assertThat(read).isEqualTo(FM).hasSameHashCodeAs(FM);
    assertThat(read.signals()).isEqualTo(3);
  }

  @Test
  void refusesRaggedFactors() {
    assertThatThrownBy(() -> new FmCombiner(0, new double[2], new double[][] {{1}, {1, 2}}))
        .hasMessage("all rows of factors must be of one length, were 1 and 2");
    assertThatThrownBy(() -> new FmCombiner(0, new double[2], new double[][] {{1}}))
        .hasMessageContaining("one row of factors for each");
  }

  @Test
  void refusesNumbersThatWouldMakeEveryScoreZero() {
    double[] two = new double[2];
    double[][] factors = {{0}, {Double.NaN}};
    assertThatThrownBy(() -> new FmCombiner(0, two, factors))
        .hasMessage("factors must be finite, has NaN");
    double[] endless = {0, Double.POSITIVE_INFINITY};
    assertThatThrownBy(() -> new FmCombiner(0, endless, new double[2][1]))
        .hasMessage("weights must be finite, has Infinity");
    assertThatThrownBy(() -> new FmCombiner(Double.NaN, two, new double[2][1]))
        .hasMessage("intercept must be finite, has NaN");
  }
}
