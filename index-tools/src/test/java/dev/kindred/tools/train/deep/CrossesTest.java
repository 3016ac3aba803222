package dev.kindred.tools.train.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.model.deep.Wide;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossesTest {
  private static final Rows ROWS = Rows.of(Small.SPACE);

  /** A user of a, b (features x; x, y) for whom b is told from d, which has no feature. */
  private static final List<Group> GROUP =
      List.of(new Group(new int[] {0, 1}, new int[] {1}, new int[][] {{2}}, new int[] {3}));

  private static Crosses crosses(double l1, int most) {
    Pairs pairs = new Pairs(ROWS.byItem().length, most);
    GROUP.forEach(group -> pairs.meet(group.history(), group.targets()));
    return new Crosses(ROWS, 3, pairs, 0.5, l1);
  }

  /** The weight of a pair in the matrix; 0 where there is none. */
  private static float weight(Wide wide, int row, int column) {
    for (int at = wide.starts()[row]; at < wide.starts()[row + 1]; at++) {
      if (wide.columns()[at] == column) {
        return wide.weights()[at];
      }
    }
    return 0;
  }

  @Test
  void learnsThePairsThatALikedItemCompletes() {
    Crosses crosses = crosses(0, 10);
    float[] logits = new float[2];
    crosses.forward(GROUP, logits);
    assertThat(logits).containsExactly(0, 0);
    crosses.backward(new float[] {-0.5f, 0.5f});
    Wide wide = crosses.wide();
    int x = 6;
    int y = 7;
    assertThat(weight(wide, 2, x)).as("weekday × x").isPositive();
    assertThat(weight(wide, 2, y)).as("weekday × y").isPositive();
    assertThat(weight(wide, 3 + x, x)).as("history has x × x").isPositive();
    assertThat(weight(wide, 3 + y, y)).as("only the target has y").isZero();
    assertThat(weight(wide, 3, 1)).as("a × b").isPositive();
    assertThat(wide.columns()).hasSize(5);
    crosses.forward(GROUP, logits);
    assertThat(logits[0]).isPositive();
    assertThat(logits[1]).isZero();
  }

  @Test
  void theFirstStepIsThatOfTheAlgorithm() {
    Crosses crosses = crosses(0.1, 10);
    crosses.forward(GROUP, new float[2]);
    crosses.backward(new float[] {-0.5f, 0});
    double expected = (0.5 - 0.1) * 0.5 / (1 + 0.5);
    assertThat((double) weight(crosses.wide(), 3, 1)).isCloseTo(expected, within(1e-6));
  }

  @Test
  void littleEvidenceLeavesNoWeight() {
    Crosses crosses = crosses(0.6, 10);
    crosses.forward(GROUP, new float[2]);
    crosses.backward(new float[] {-0.5f, 0.5f});
    assertThat(crosses.wide().columns()).isEmpty();
  }

  @Test
  void pairsOfItemsAreBounded() {
    Crosses crosses = crosses(0, 0);
    crosses.forward(GROUP, new float[2]);
    crosses.backward(new float[] {-0.5f, 0.5f});
    assertThat(weight(crosses.wide(), 3, 1)).isZero();
    assertThat(crosses.wide().columns()).hasSize(4);
  }
}
