package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A few out of many. */
class DrawTest {
  @Test
  void drawsDifferentNumbersTheSameForTheSameSeed() {
    List<Integer> drawn = Draw.distinct(1000, 50, new Random(1));
    assertThat(drawn).hasSize(50).doesNotHaveDuplicates().allMatch(n -> n >= 0 && n < 1000);
    assertThat(Draw.distinct(1000, 50, new Random(1))).isEqualTo(drawn);
    assertThat(Draw.distinct(1000, 50, new Random(2))).isNotEqualTo(drawn);
  }

  @Test
  void drawsAllWhereThereAreFew() {
    assertThat(Draw.distinct(3, 50, new Random(1))).containsExactly(0, 1, 2);
    assertThat(Draw.distinct(0, 50, new Random(1))).isEmpty();
  }

  @Test
  void spreadsEvenly() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();
    assertThat(Draw.spread(numbers, 100, 4)).containsExactly(0, 25, 50, 75);
    assertThat(Draw.spread(numbers, 100, 100)).isEqualTo(numbers);
    assertThat(Draw.spread(List.of(1, 2), 2, 5)).containsExactly(1, 2);
    assertThat(Draw.spread(numbers, 100, 7)).hasSize(7);
  }
}
