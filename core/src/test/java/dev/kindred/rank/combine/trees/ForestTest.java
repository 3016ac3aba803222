package dev.kindred.rank.combine.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForestTest {
  static List<String> fixtures() {
    return Fixture.ALL;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void predictsWhatTheLibraryPredicts(String name) {
    Fixture fixture = Fixture.of(name);
    assertThat(fixture.rows().length).isGreaterThanOrEqualTo(100);
    for (int i = 0; i < fixture.rows().length; i++) {
      double[] row = fixture.rows()[i];
      assertThat(fixture.model().forest().predict(row))
          .as("%s of %s", name, Arrays.toString(row))
          .isCloseTo(fixture.expected()[i], within(1e-6));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void contributionsAddUpToThePrediction(String name) {
    Fixture fixture = Fixture.of(name);
    Forest forest = fixture.model().forest();
    double[] contributions = new double[4];
    for (double[] row : fixture.rows()) {
      double expected = forest.contributions(row, contributions);
      assertThat(expected + Arrays.stream(contributions).sum())
          .isCloseTo(forest.predict(row), within(1e-5));
    }
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void isReadFromTheTextItWrites(String name) {
    Forest forest = Fixture.of(name).model().forest();
    Forest read = Forest.decode(forest.encoded());
    assertThat(read).isEqualTo(forest).hasSameHashCodeAs(forest);
    assertThat(read.encoded()).isEqualTo(forest.encoded());
    for (double[] row : Fixture.of(name).rows()) {
      assertThat(read.predict(row)).isEqualTo(forest.predict(row));
    }
  }

  /** One tree: x0 <= 1 ? 10 (3 rows) : (x1 <= 2 ? 20 (2 rows) : 30 (1 row)). */
  private static Forest small() {
    ForestBuilder builder = new ForestBuilder(false, 2);
    builder.add(
        new SourceTree(
            new int[] {0, 1},
            new double[] {1, 2},
            new boolean[] {true, false},
            new int[] {~0, ~1},
            new int[] {1, ~2},
            new double[] {10, 20, 30},
            new double[] {3, 2, 1}));
    return builder.build(0.5);
  }

  @Test
  void missingValuesGoTheirWay() {
    assertThat(small().predict(new double[] {1, 0})).isEqualTo(10.5);
    assertThat(small().predict(new double[] {Math.nextUp(1.0), 2})).isEqualTo(20.5);
    assertThat(small().predict(new double[] {Double.NaN, 9})).isEqualTo(10.5);
    assertThat(small().predict(new double[] {5, Double.NaN})).isEqualTo(30.5);
  }

  /** By hand: the root's mean is (3·10 + 2·20 + 30) / 6 = 50/3, the second node's 70/3. */
  @Test
  void contributionsAreTheChangesOfTheMeans() {
    double[] contributions = new double[2];
    double expected = small().contributions(new double[] {5, 9}, contributions);
    assertThat(expected).isCloseTo(0.5 + 100 / 6.0, within(1e-5));
    assertThat(contributions[0]).isCloseTo((70 - 50) / 3.0, within(1e-5));
    assertThat(contributions[1]).isCloseTo(30 - 70 / 3.0, within(1e-5));
  }

  @Test
  void judgesRowsInAnotherOrder() {
    Forest moved = small().reordered(new int[] {2, 0}, 3);
    assertThat(moved.predict(new double[] {9, 77, 5})).isEqualTo(30.5);
    assertThat(moved.features()).isEqualTo(3);
  }

  @Test
  void refusesTextThatWasChanged() {
    byte[] bytes = Base64.getDecoder().decode(small().encoded());
    assertThatThrownBy(() -> Forest.decode("no base 64!")).hasMessageContaining("unpacked");
    String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, bytes.length - 9));
    assertThatThrownBy(() -> Forest.decode(cut))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("install the model again");
    int refused = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 4;
      try {
        // Bits that only fill up the last byte mean nothing.
        Forest read = Forest.decode(Base64.getEncoder().encodeToString(changed));
        assertThat(read).as("byte %d", i).isEqualTo(small());
      } catch (IllegalArgumentException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThanOrEqualTo(bytes.length - 1);
  }

  @Test
  void refusesWhatIsNoTree() {
    ForestBuilder builder = new ForestBuilder(false, 1);
    SourceTree circle =
        new SourceTree(
            new int[2],
            new double[2],
            new boolean[2],
            new int[] {1, 0},
            new int[] {~0, ~1},
            new double[2],
            new double[2]);
    assertThatThrownBy(() -> builder.add(circle)).hasMessageContaining("another parent");
    assertThatThrownBy(
            () -> new Forest(false, 1, 0, new int[] {0}, new int[3], new double[1], null, null))
        .hasMessageContaining("node 0 leads to 0");
    assertThatThrownBy(
            () ->
                new Forest(
                    false,
                    1,
                    0,
                    new int[] {0},
                    new int[] {2, ~0, ~0},
                    new double[1],
                    null,
                    new double[1]))
        .hasMessageContaining("asks feature 1 of 1");
  }

  @Test
  void doesNotAllocate() {
    Fixture fixture = Fixture.of("lightgbm-lambdarank.txt");
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double sum = 0;
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 50; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (double[] row : fixture.rows()) {
        sum += fixture.model().forest().predict(row);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(sum).isNotNaN();
    assertThat(least).isLessThan(fixture.rows().length);
  }
}
