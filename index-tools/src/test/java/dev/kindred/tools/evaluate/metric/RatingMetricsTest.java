package dev.kindred.tools.evaluate.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RatingMetricsTest {
  private static final double EXACT = 1e-12;

  private static RatingTally tally(RatingMetric metric) {
    RatingTally tally = metric.start();
    tally.add(new double[] {4, 3}, new double[] {5, 5});
    tally.add(new double[] {2}, new double[] {2});
    return tally;
  }

  @Test
  void errorsArePooledOverRatings() {
    assertThat(tally(new Rmse()).estimate(Bootstrap.DEFAULT).value())
        .isCloseTo(Math.sqrt((1 + 4 + 0) / 3.0), within(EXACT));
    assertThat(tally(new Mae()).estimate(Bootstrap.DEFAULT).value())
        .isCloseTo((1 + 2 + 0) / 3.0, within(EXACT));
  }

  @Test
  void aResampleIsAsIfItsUsersWereAdded() {
    assertThat(tally(new Mae()).value(new int[] {0, 0, 1})).isCloseTo(6 / 5.0, within(EXACT));
    assertThat(tally(new Rmse()).value(new int[] {1})).isZero();
  }

  @Test
  void theErrorOfTheMeanIsThatOfTheBootstrapOverUsers() {
    RatingTally tally = new Mae().start();
    for (int user = 0; user < 400; user++) {
      tally.add(new double[] {user % 2 == 0 ? 1 : 3}, new double[] {1});
    }
    Estimate estimate = tally.estimate(Bootstrap.DEFAULT);
    assertThat(estimate.value()).isEqualTo(1);
    assertThat(estimate.se()).isCloseTo(1 / Math.sqrt(400), within(0.005));
  }

  @Test
  void oneUserHasNoStandardError() {
    RatingTally tally = new Rmse().start();
    tally.add(new double[] {1}, new double[] {2});
    assertThat(tally.estimate(Bootstrap.DEFAULT).se()).isNaN();
  }

  @Test
  void noPredictionMayBeMissing() {
    RatingTally tally = new Rmse().start();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.add(new double[] {1}, new double[] {1, 2}))
        .withMessage("1 predictions of 2 ratings; expected as many");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tally.add(new double[] {Double.NaN}, new double[] {1}))
        .withMessage("a predicted rating is NaN");
  }

  @Test
  void readsListsOfBothSorts() {
    RatingMetrics.Asked asked = RatingMetrics.parse("rmse, ndcg@10,mae,rmse");
    assertThat(asked.ratings()).containsExactly(new Rmse(), new Mae());
    assertThat(asked.lists()).containsExactly(new Ndcg(10));
    assertThat(asked.names()).containsExactly("rmse", "ndcg@10", "mae");
    assertThat(RatingMetrics.parse("mae").lists()).isEmpty();
  }

  @Test
  void knowsNoOthers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingMetrics.parse("rmse@10"))
        .withMessageContaining("rmse");
  }
}
