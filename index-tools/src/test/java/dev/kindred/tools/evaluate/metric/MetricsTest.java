package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {
  @Test
  void readsAListInItsOrder() {
    assertThat(Metrics.parse("recall@20, ndcg@10")).containsExactly(new Recall(20), new Ndcg(10));
  }

  @Test
  void keepsWhatIsRepeatedOnce() {
    assertThat(Metrics.parse("hr@10,hr@10,hr@5")).containsExactly(new HitRate(10), new HitRate(5));
  }

  @Test
  void everyRegisteredNameIsTheMetricsOwn() {
    assertThat(Metrics.names())
        .hasSize(11)
        .allSatisfy(
            name ->
                assertThat(Metrics.parse(name + "@3").getFirst().name()).isEqualTo(name + "@3"));
  }

  @Test
  void anUnknownNameIsAnsweredWithTheNearest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.parse("recal@10"))
        .withMessageStartingWith("unknown metric \"recal\"; did you mean recall? known: ")
        .withMessageContaining("coverage, gini, hr, ild, map, mrr, ndcg");
  }

  @Test
  void aMissingCutOffIsNamedWithItsForm() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.parse("ndcg"))
        .withMessage("metric \"ndcg\" needs a cut-off; write it as ndcg@10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ndcg@", "ndcg@0", "ndcg@-1", "ndcg@ten", "ndcg@1.5", "ndcg@99999999999"})
  void aBadCutOffIsNamedWithWhatWasExpected(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.parse(text))
        .withMessageContaining("expected a whole number from 1 to 999999");
  }

  @Test
  void anEmptyListIsAnUnknownMetric() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Metrics.parse(""))
        .withMessageStartingWith("unknown metric \"\"");
  }
}
