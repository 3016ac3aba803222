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
}
