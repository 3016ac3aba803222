package dev.kindred.rank.combine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.rank.Combiner;
import dev.kindred.rank.combine.trees.TreeFiles;
import dev.kindred.rank.combine.trees.TreeModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.Test;

/** Combiners over raw values: trees and the linear model. */
class LearnedCombinersTest {
  private static final List<String> NAMES = List.of("signal0", "signal1", "signal2", "signal3");
  private static final double[] VALUES = {0.3, Double.NaN, 0, -4};
  private static final LinearCombiner LINEAR =
      new LinearCombiner(-2, new double[] {2, 0.5}, new double[] {0, -3});

  private static TreeModel model(String file) throws IOException {
    try (var in = LearnedCombinersTest.class.getResourceAsStream("/trees/" + file)) {
      return TreeFiles.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static TreesCombiner trees() throws IOException {
    return TreesCombiner.of(model("lightgbm-lambdarank.txt"), NAMES);
  }

  private static List<Explanation> parts(double[] values) {
    List<Explanation> parts = new ArrayList<>();
    for (double value : values) {
      parts.add(
          Double.isNaN(value)
              ? Explanation.noMatch("nothing known")
              : Explanation.match(value, "raw value"));
    }
    return parts;
  }

  @Test
  void treesExplainTheScoreToTheLastBit() throws IOException {
    Explanation explanation = trees().explain(VALUES, parts(VALUES));
    assertThat(explanation.getValue().doubleValue()).isEqualTo(trees().combine(VALUES));
    double sum = 0;
    for (Explanation detail : explanation.getDetails()) {
      sum += detail.getValue().doubleValue();
    }
    assertThat(sum).isCloseTo(trees().combine(VALUES), within(1e-6));
    assertThat(explanation.toString())
        .contains("leaves of 8 trees (lightgbm lambdarank)")
        .contains("contribution of signal1 along the paths")
        .contains("nothing known");
  }

  @Test
  void treesFindTheirSignalsByName() throws IOException {
    List<String> turned = List.of("signal3", "signal1", "other", "signal0", "signal2");
    double[] values = {VALUES[3], VALUES[1], 99, VALUES[0], VALUES[2]};
    TreesCombiner moved = TreesCombiner.of(model("lightgbm-lambdarank.txt"), turned);
    assertThat(moved.combine(values)).isEqualTo(trees().combine(VALUES));
    assertThat(moved.contributions(values)[2]).isZero();
    assertThat(moved.contributions(values)[3]).isEqualTo(trees().contributions(VALUES)[0]);
  }

  @Test
  void treesWithoutNamesGoByPlace() throws IOException {
    TreesCombiner ranklib =
        TreesCombiner.of(model("ranklib-lambdamart.xml"), List.of("a", "b", "c", "d"));
    assertThat(ranklib.names()).containsExactly("a", "b", "c", "d");
    assertThatThrownBy(() -> TreesCombiner.of(model("ranklib-lambdamart.xml"), List.of("a")))
        .hasMessageContaining("the trees ask 4 features, there are 1 signals: [a]");
  }

  @Test
  void treesRefuseOtherSignals() throws IOException {
    trees().require(NAMES);
    List<String> other = List.of("signal1", "signal0", "signal2", "signal3");
    assertThatThrownBy(() -> trees().require(other))
        .hasMessageContaining("learned from the signals [signal0, signal1, signal2, signal3]");
    assertThatThrownBy(() -> TreesCombiner.of(model("xgboost-ndcg.json"), List.of("als")))
        .hasMessageContaining("the profile has [als]");
    assertThatThrownBy(() -> new TreesCombiner("x", List.of(), null)).hasMessageContaining("need");
  }

  @Test
  void treesAreReadFromTheJsonTheyWrite() throws IOException {
    JsonNode json = Combiners.JSON.write(trees());
    assertThat(json.path("trees").path("forest").isTextual()).isTrue();
    Combiner read = Combiners.JSON.read(new ObjectMapper().readTree(json.toString()));
    assertThat(read).isEqualTo(trees()).hasSameHashCodeAs(trees());
    assertThat(read.combine(VALUES)).isEqualTo(trees().combine(VALUES));
    ((com.fasterxml.jackson.databind.node.ObjectNode) json.path("trees")).put("forest", "abc");
    assertThatThrownBy(() -> Combiners.JSON.read(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("install the model again");
  }

  /** −2 + 2·0.25 + 0.5·(−3). */
  @Test
  void linearAddsWhatIsMissing() {
    double[] values = {0.25, Double.NaN};
    assertThat(LINEAR.combine(values)).isEqualTo(-3);
    assertThat(LINEAR.contributions(values)).containsExactly(0.5, -1.5);
    Explanation explanation = LINEAR.explain(values, parts(values));
    double sum = 0;
    for (Explanation detail : explanation.getDetails()) {
      sum += detail.getValue().doubleValue();
    }
    assertThat(sum).isEqualTo(explanation.getValue().doubleValue()).isEqualTo(-3);
    assertThat(explanation.toString()).contains("weight × -3.0 for a missing value");
  }

  @Test
  void linearIsReadFromTheJsonItWrites() throws IOException {
    JsonNode json = Combiners.JSON.write(LINEAR);
    assertThat(Combiners.JSON.read(new ObjectMapper().readTree(json.toString())))
        .isEqualTo(LINEAR)
        .hasSameHashCodeAs(LINEAR);
    JsonNode brief = new ObjectMapper().readTree("{\"linear\": {\"weights\": [2, 1]}}");
    assertThat(Combiners.JSON.read(brief).combine(new double[] {1, Double.NaN})).isEqualTo(2);
  }

  @Test
  void linearRefusesWhatDoesNotFit() {
    assertThatThrownBy(() -> new LinearCombiner(0, new double[0], null))
        .hasMessageContaining("one weight for each signal");
    assertThatThrownBy(() -> new LinearCombiner(0, new double[2], new double[1]))
        .hasMessageContaining("of 2 weights needs as many values for what is missing, has 1");
    assertThatThrownBy(() -> new LinearCombiner(0, new double[] {Double.NaN}, null))
        .hasMessageContaining("finite");
    assertThatThrownBy(() -> new LinearCombiner(Double.NaN, new double[1], null))
        .hasMessage("intercept must be finite, has NaN");
    assertThatThrownBy(
            () -> new LinearCombiner(0, new double[1], new double[] {Double.NEGATIVE_INFINITY}))
        .hasMessage("missing must be finite, has -Infinity");
    assertThat(Arrays.asList(LINEAR.raw(), LINEAR.signed())).containsOnly(true);
  }
}
