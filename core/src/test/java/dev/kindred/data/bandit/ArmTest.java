package dev.kindred.data.bandit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ArmTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final long START = 1_700_000_000_000L;

  @Test
  void countsRewardsWhenNothingIsForgotten() {
    Arm arm = Arm.NONE.plus(1, START, null).plus(0, START + 5, null).plus(3, START - 9, null);
    assertThat(arm).isEqualTo(new Arm(3, 4, 10, START + 5));
  }

  @Test
  void anObservationOfOneHalfLifeCountsHalf() {
    Arm arm = Arm.NONE.plus(1, START, DAY).plus(1, START + DAY.toMillis(), DAY);
    assertThat(arm.pulls()).isCloseTo(1.5, within(1e-12));
    assertThat(arm.aged(START + 2 * DAY.toMillis(), DAY).sum()).isCloseTo(0.75, within(1e-12));
    assertThat(arm.aged(START, DAY)).isEqualTo(arm);
  }

  @Test
  void theOrderOfArrivalDoesNotMatter() {
    SplittableRandom random = new SplittableRandom(3);
    double[] rewards = random.doubles(200).toArray();
    long[] times = random.longs(200, START, START + 20 * DAY.toMillis()).toArray();
    Arm forwards = Arm.NONE;
    Arm backwards = Arm.NONE;
    double expected = 0;
    for (int i = 0; i < 200; i++) {
      forwards = forwards.plus(rewards[i], times[i], DAY);
      backwards = backwards.plus(rewards[199 - i], times[199 - i], DAY);
    }
    for (int i = 0; i < 200; i++) {
      double days = (forwards.at() - times[i]) / 86_400_000.0;
      expected += rewards[i] * Math.pow(0.5, days);
    }
    assertThat(forwards.at()).isEqualTo(backwards.at());
    assertThat(forwards.sum()).isCloseTo(expected, within(1e-12));
    assertThat(backwards.sum()).isCloseTo(expected, within(1e-12));
    assertThat(backwards.pulls()).isCloseTo(forwards.pulls(), within(1e-12));
  }

  @Test
  void nonsenseIsRefused() {
    assertThatThrownBy(() -> new Arm(-1, 0, 0, 0)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Arm(1, Double.NaN, 0, 0)).hasMessageContaining("NaN");
  }
}
