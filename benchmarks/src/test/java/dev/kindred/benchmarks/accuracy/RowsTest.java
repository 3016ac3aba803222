package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.evaluate.metric.RatingMetrics;
import dev.kindred.tools.train.registry.Trainers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RowsTest {
  static List<Row> rows() {
    return Rows.ALL;
  }

  @Test
  void everyRowHasItsOwnNumber() {
    assertThat(Sections.ALL).extracting(Section::number).doesNotHaveDuplicates().contains(11, 12);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void everyModelCanBeTrained(Row row) {
    for (Entry entry : row.entries()) {
      assertThat(Trainers.create(entry.algorithm(), entry.parameters())).isNotNull();
      for (Entry.Partner partner : entry.partners()) {
        assertThat(Trainers.create(partner.algorithm(), partner.parameters())).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void expectationsAreOfMetricsThatAreMeasured(Row row) {
    List<String> measured = RatingMetrics.parse(row.metrics()).names();
    for (Entry entry : row.entries()) {
      assertThat(measured).containsAll(entry.expectations().stream().map(e -> e.metric()).toList());
    }
  }

  @Test
  void aValueIsReproducedWithinItsTolerance() {
    Expectation expected = new Expectation.Reproduces("hr@10", 0.6070, 0.002);
    assertThat(expected.met(0.6089)).isTrue();
    assertThat(expected.met(0.6050)).isTrue();
    assertThat(expected.met(0.6092)).isFalse();
    assertThat(expected.text()).isEqualTo("0.6070 ± 0.0020");
  }

  @Test
  void anErrorComesDownToItsGoal() {
    Expectation goal = new Expectation.AtMost("rmse", 0.905);
    assertThat(goal.met(0.905)).isTrue();
    assertThat(goal.met(0.9051)).isFalse();
    assertThat(goal.text()).isEqualTo("≤ 0.9050");
  }

  @Test
  void aGoalIsReachedFromBelow() {
    Expectation goal = new Expectation.Reaches("hr@10", 0.7276);
    assertThat(goal.met(0.7276)).isTrue();
    assertThat(goal.met(0.7275)).isFalse();
    assertThat(goal.text()).isEqualTo("≥ 0.7276");
  }

  @Test
  void someEntriesAreChosenByAlgorithmOrLabel() {
    Row row = Row3.row();
    assertThat(row.only(List.of())).isEqualTo(row);
    assertThat(row.only(List.of("ease")).entries()).hasSize(3);
    assertThat(row.only(List.of("ease, λ = 1000", "popularity")).entries()).hasSize(2);
    assertThat(row.only(List.of("neither")).entries()).isEmpty();
  }
}
