package dev.kindred.benchmarks.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class TrainBenchmarkTest {
  @Test
  void ratingsHaveTheShapeAskedFor() {
    Interactions ratings = new SimulatedRatings(200_000, 1).interactions();
    assertThat(ratings.size()).isCloseTo(200_000, Percentage.withPercentage(3));
    assertThat(ratings.users().size()).isCloseTo(1_384, Percentage.withPercentage(1));
    assertThat(ratings.items().size()).isCloseTo(2_674, Percentage.withPercentage(1));
    assertThat(ratings.to(0) - ratings.from(0)).isGreaterThanOrEqualTo(15);
  }

  @Test
  void equalSeedsMakeEqualRatings() {
    Interactions one = new SimulatedRatings(5_000, 7).interactions();
    Interactions two = new SimulatedRatings(5_000, 7).interactions();
    assertThat(two.size()).isEqualTo(one.size());
    for (int p = 0; p < one.size(); p++) {
      assertThat(two.item(p)).isEqualTo(one.item(p));
    }
  }

  @Test
  void operationsAreCountedByHand() {
    Interactions users = new SimulatedRatings(1_000, 1).interactions();
    Interactions items = users.transpose();
    double n = users.size();
    double rows = users.users().size();
    for (int item = 0; item < items.users().size(); item++) {
      rows += items.to(item) > items.from(item) ? 1 : 0;
    }
    double both = users.users().size() + items.users().size();
    double k = 8;
    double exact =
        2 * n * (k * (k + 1) + 2 * k)
            + rows * (k * k * k / 3 + 2 * k * k)
            + 2 * both * k * (k + 1)
            + 2 * n * k;
    double steps = 4 * (2 * n * 4 * k + rows * 2 * k * k) + 2 * both * k * (k + 1) + 2 * n * k;
    Percentage rounding = Percentage.withPercentage(1e-9);
    assertThat(new AlsCase(8, true, 0).flops(users, items)).isCloseTo(exact, rounding);
    assertThat(new AlsCase(8, false, 0).flops(users, items)).isCloseTo(steps, rounding);
  }

  @Test
  void bothAreMeasuredByTurns() {
    Interactions users = new SimulatedRatings(3_000, 1).interactions();
    AlsCase als = new AlsCase(8, true, Double.NaN);
    AlsMeasurement measured =
        new AlsMeasurement(als, users, users.transpose(), 1, 0.01).run(users, 3);
    assertThat(measured.ours().size()).isEqualTo(3);
    assertThat(measured.ejml().size()).isEqualTo(3);
    assertThat(measured.ours().least()).isPositive();
    assertThat(measured.ejml().least()).isPositive();
  }
}
