package dev.kindred.tools.train.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
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

  private static Interactions log() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL);
    events.add("u", "a", 1, 4).add("u", "b", 1, 2).add("u", "c", 1, 3).add("u", "b", 1, 9);
    events.add("v", "c", 1, 1).add("v", "d", -1, 2).add("v", "a", 1, 3);
    events.add("w", "a", 1, 1).add("w", "d", -1, 2);
    return events.build();
  }

  @Test
  void readsWhatWasLikedInTheOrderOfTime() {
    Sequences all = Sequences.of(log(), 0, 1);
    assertThat(all.items()).isEqualTo(4);
    assertThat(all.train()).containsExactly(new int[] {1, 2, 0, 1}, new int[] {2, 0});
    assertThat(all.counts()).containsExactly(2, 2, 2, 0);
    assertThat(all.asked()).isEmpty();
  }

  @Test
  void theLastItemIsHeldOutOfWhoeverHasEnough() {
    Sequences held = Sequences.of(log(), 5, 1);
    assertThat(held.asked()).containsExactly(new int[] {1, 2, 0});
    assertThat(held.answers()).containsExactly(1);
    assertThat(held.train()).containsExactly(new int[] {1, 2, 0}, new int[] {2, 0});
    assertThat(held.counts()).as("without the answer").containsExactly(2, 1, 2, 0);
  }

  @Test
  void everyEpochHasAnOrderOfItsOwn() {
    Sequences many = of(IntStream.range(0, 50).map(i -> 3).toArray());
    int[] first = many.order(1, 1);
    assertThat(first).doesNotHaveDuplicates().hasSize(50).isEqualTo(many.order(1, 1));
    assertThat(many.order(1, 2)).isNotEqualTo(first);
    assertThat(many.order(2, 1)).isNotEqualTo(first);
  }
}
