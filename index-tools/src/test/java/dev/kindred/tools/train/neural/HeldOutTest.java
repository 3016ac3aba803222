package dev.kindred.tools.train.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {

  /** Item 1 is the answer and item 0 is seen; the gain is that of its place among the rest. */
  @ParameterizedTest
  @CsvSource({
    "9 5 1 2 3, 1",
    "9 5 6 2 3, 2",
    "9 5 6 7 3, 3",
    "9 5 5 2 3, 2",
    "1 -4 -3 -2 -1, 4",
    "9 5 NaN 2 3, 2"
  })
  void isWorthThePlaceAmongWhatIsNotSeen(String scores, int place) {
    String[] numbers = scores.split(" ", -1);
    float[] row = new float[numbers.length + 1];
    row[0] = 100;
    for (int i = 0; i < numbers.length; i++) {
      row[i + 1] = Float.parseFloat(numbers[i]);
    }
    assertThat(HeldOut.gain(row, 1, numbers.length, 1, new int[] {0}))
        .isCloseTo(Math.log(2) / Math.log(place + 1), within(1e-12));
  }

  @Test
  void aNetworkOfRuinsIsWorthNothing() {
    float[] scores = new float[11];
    Arrays.fill(scores, Float.NaN);
    assertThat(HeldOut.gain(scores, 0, 11, 1, new int[] {0})).isZero();
  }

  @Test
  void theAnswerMayHaveBeenSeenBefore() {
    assertThat(HeldOut.gain(new float[] {2, 1, 0}, 0, 3, 1, new int[] {0, 1})).isOne();
  }

  @ParameterizedTest
  @CsvSource({"9, 0.28906", "10, 0", "11, 0"})
  void onlyTheFirstTenPlacesAreWorthSomething(int better, double gain) {
    float[] scores = new float[20];
    Arrays.fill(scores, 0, better, 1);
    scores[19] = 0.5f;
    assertThat(HeldOut.gain(scores, 0, 20, 19, new int[0])).isCloseTo(gain, within(1e-5));
  }

  @Test
  void choosesAmongTheFitBySeedAlone() {
    List<Integer> chosen = HeldOut.choose(1000, user -> user % 2 == 0, 20, 7);
    assertThat(chosen).hasSize(20).doesNotHaveDuplicates().allMatch(user -> user % 2 == 0);
    assertThat(HeldOut.choose(1000, user -> user % 2 == 0, 20, 7)).isEqualTo(chosen);
    assertThat(HeldOut.choose(1000, user -> user % 2 == 0, 20, 8)).isNotEqualTo(chosen);
    assertThat(HeldOut.choose(9, user -> true, 20, 7))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 9).boxed().toList());
  }
}
