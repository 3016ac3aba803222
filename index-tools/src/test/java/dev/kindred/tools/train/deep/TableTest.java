package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void movesOnlyTheRowsOfTheBatch() {
    Table table = new Table(new float[] {1, 2, 3, 4, 5, 6}, 2);
    table.add(1, 2, new float[] {9, 1, -1}, 1);
    table.step(0.1, 0);
    assertThat(table.values()[0]).isEqualTo(1);
    assertThat(table.values()[5]).isEqualTo(6);
    assertThat((double) table.values()[2]).isCloseTo(2.9, within(1e-5));
    assertThat((double) table.values()[3]).isCloseTo(4.1, within(1e-5));
  }

  @Test
  void forgetsTheGradientWithTheStep() {
    Table table = new Table(new float[] {1, 2}, 1);
    table.add(0, 1, new float[] {1}, 0);
    table.step(0.1, 0);
    float after = table.values()[0];
    table.step(0.1, 0);
    assertThat(table.values()[0]).isEqualTo(after);
    assertThat(table.gradient()).containsExactly(0, 0);
  }

  @Test
  void followsAdam() {
    Table table = new Table(new float[] {1}, 1);
    double mean = 0;
    double square = 0;
    double x = 1;
    for (int step = 1; step <= 5; step++) {
      float g = step % 2 == 0 ? -0.5f : 1;
      table.add(0, 1, new float[] {g}, 0);
      table.step(0.01, 0.1);
      double d = g + 0.1 * x;
      mean = 0.9 * mean + 0.1 * d;
      square = 0.999 * square + 0.001 * d * d;
      x -=
          0.01
              * (mean / (1 - Math.pow(0.9, step)))
              / (Math.sqrt(square / (1 - Math.pow(0.999, step))) + 1e-8);
      assertThat((double) table.values()[0]).isCloseTo(x, within(1e-5));
    }
  }

  @Test
  void anEmptyTableHasNothingToMove() {
    new Table(new float[0], 0).step(0.1, 0.1);
  }
}
