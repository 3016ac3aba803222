package dev.kindred.tools.train.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import org.junit.jupiter.api.Test;

class MatrixTest {
  private static Interactions data() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.ALL);
    events.item("a").item("b").item("c").user("nobody");
    events.add("u", "c", 1, 3).add("u", "a", 2, 1).add("u", "c", 0.5f, 2);
    events.add("v", "b", 1, 1).add("v", "b", -1, 2).add("v", "c", 4, 3);
    return events.build();
  }

  @Test
  void rowsAreSortedAndRepeatsAdded() {
    Matrix matrix = Matrix.strengths(data());
    assertThat(matrix.starts()).containsExactly(0, 0, 2, 3);
    assertThat(matrix.columns()).containsExactly(0, 2, 2);
    assertThat(matrix.values()).containsExactly(2, 1.5f, 4);
    assertThat(matrix.count(1)).isEqualTo(2);
  }

  @Test
  void transposingTwiceChangesNothing() {
    Matrix matrix = Matrix.strengths(data());
    Matrix turned = matrix.transpose();
    assertThat(turned.starts()).containsExactly(0, 1, 1, 3);
    assertThat(turned.columns()).containsExactly(1, 1, 2);
    assertThat(turned.values()).containsExactly(2, 1.5f, 4);
    Matrix back = turned.transpose();
    assertThat(back.starts()).containsExactly(matrix.starts());
    assertThat(back.columns()).containsExactly(matrix.columns());
    assertThat(back.values()).containsExactly(matrix.values());
  }

  @Test
  void positiveLeavesOutWhatIsNot() {
    Matrix mixed =
        new Matrix(2, 3, new int[] {0, 2, 3}, new int[] {0, 2, 1}, new float[] {-1, 2, 0});
    Matrix positive = mixed.positive();
    assertThat(positive.starts()).containsExactly(0, 1, 1);
    assertThat(positive.columns()).containsExactly(2);
    assertThat(positive.values()).containsExactly(2);
  }

  @Test
  void mapChangesValuesAndSumsAddRows() {
    Matrix matrix =
        new Matrix(2, 3, new int[] {0, 2, 3}, new int[] {0, 2, 1}, new float[] {1, 2, 3});
    Matrix mapped = matrix.map((row, column, value) -> 100 * row + 10 * column + value);
    assertThat(mapped.values()).containsExactly(1, 22, 113);
    assertThat(mapped.sums()).containsExactly(23, 113);
  }

  @Test
  void squaresOfSmallValuesDoNotVanish() {
    float small = 0x1p-149f;
    Matrix matrix =
        new Matrix(2, 2, new int[] {0, 2, 3}, new int[] {0, 1, 1}, new float[] {-3, 4, small});
    assertThat(matrix.squares()).containsExactly(25, 0x1p-298);
  }
}
