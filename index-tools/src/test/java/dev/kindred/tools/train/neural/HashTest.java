package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HashTest {
  /** The first numbers of splitmix64 with the seed 0, as its authors give them. */
  @Test
  void isSplitmix() {
    long golden = 0x9E3779B97F4A7C15L;
    assertThat(Hash.mix(0)).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(Hash.mix(golden)).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(Hash.mix(2 * golden)).isEqualTo(0x06C45D188009454FL);
  }

  @Test
  void dependsOnEveryBitOfBoth() {
    Set<Long> seen = new HashSet<>();
    for (int bit = 0; bit < Long.SIZE; bit++) {
      seen.add(Hash.of(1L << bit, 0));
      seen.add(Hash.of(0, 1L << bit));
    }
    assertThat(seen).hasSize(2 * Long.SIZE).doesNotContain(Hash.of(0, 0));
    assertThat(Hash.of(3, 4)).isNotEqualTo(Hash.of(4, 3));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -7})
  void unitsFillTheIntervalEvenly(long key) {
    int[] tenths = new int[10];
    double sum = 0;
    for (int i = 0; i < 100_000; i++) {
      double unit = Hash.unit(key, i);
      assertThat(unit).isGreaterThanOrEqualTo(0).isLessThan(1);
      tenths[(int) (10 * unit)]++;
      sum += unit;
    }
    assertThat(Arrays.stream(tenths)).allMatch(count -> count > 9_500 && count < 10_500);
    assertThat(sum / 100_000).isCloseTo(0.5, within(0.005));
  }
}
