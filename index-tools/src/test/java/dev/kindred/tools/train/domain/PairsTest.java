package dev.kindred.tools.train.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PairsTest {
  private static final Places SOURCE =
      new Places(new float[][] {{1, 0}, null, {2, 0}, {3, 4}}, new int[] {1, 0, 2, 6});
  private static final Places TARGET =
      new Places(new float[][] {{5, 0}, {9, 9}, null, {7, 8}}, new int[] {1, 4, 0, 3});

  @Test
  void usersWithAPlaceOnEitherSideCountByHowMuchIsKnownOfThem() {
    Pairs pairs = Pairs.of(2, SOURCE, TARGET, 3);
    assertThat(pairs.source()).isDeepEqualTo(new double[][] {{1, 0}, {3, 4}});
    assertThat(pairs.target()).isDeepEqualTo(new double[][] {{5, 0}, {7, 8}});
    assertThat(pairs.weights()).containsExactly(1 / 4.0 * 1 / 4, 6 / 9.0 * 3 / 6);
  }

  @Test
  void meansAreWeighted() {
    Pairs pairs =
        new Pairs(1, new double[][] {{1}, {5}}, new double[][] {{0}, {0}}, new double[] {3, 1});
    assertThat(pairs.mean(pairs.source())).containsExactly(2);
  }

  @Test
  void everyPairIsInOneFoldAndLearnedFromInTheOthers() {
    double[][] numbers = new double[11][1];
    double[] weights = new double[11];
    for (int i = 0; i < 11; i++) {
      numbers[i][0] = i;
      weights[i] = i;
    }
    Pairs pairs = new Pairs(1, numbers, numbers, weights);
    Set<Double> held = new HashSet<>();
    for (int fold = 0; fold < 5; fold++) {
      Pairs in = pairs.fold(fold, 5, true);
      assertThat(in.size() + pairs.fold(fold, 5, false).size()).isEqualTo(11);
      for (int i = 0; i < in.size(); i++) {
        assertThat(held.add(in.weights()[i])).isTrue();
        assertThat(in.source()[i][0]).isEqualTo(in.weights()[i]);
      }
    }
    assertThat(held).hasSize(11);
  }
}
