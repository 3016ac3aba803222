package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SequencesTest {

  private static Sequences of(int... lengths) {
    List<int[]> train =
        Arrays.stream(lengths).mapToObj(n -> IntStream.range(0, n).toArray()).toList();
    return new Sequences(100, train, List.of(), new int[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 50})
  void piecesPredictEachEventButTheFirstOnce(int length) {
    int[] predicted = new int[length];
    for (int[] piece : of(length).pieces(3).train()) {
      assertThat(piece.length).isBetween(2, 4);
      for (int i = 1; i < piece.length; i++) {
        assertThat(piece[i]).isEqualTo(piece[i - 1] + 1);
        predicted[piece[i]]++;
      }
    }
    assertThat(predicted[0]).isZero();
    assertThat(Arrays.copyOfRange(predicted, 1, length)).containsOnly(1);
  }

  @Test
  void theNewestEventsStayTogether() {
    List<int[]> pieces = of(6, 3).pieces(3).train();
    assertThat(pieces)
        .containsExactly(new int[] {2, 3, 4, 5}, new int[] {0, 1, 2}, new int[] {0, 1, 2});
  }
}
