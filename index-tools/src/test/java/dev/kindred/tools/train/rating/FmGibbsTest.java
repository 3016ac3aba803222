package dev.kindred.tools.train.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FmGibbsTest {
  private static final FmDesign.Features EVERYTHING =
      new FmDesign.Features(true, true, List.of("genre"), true);
  private static final double MEAN = 3;

  /** What the sampler keeps up to date must be what the model's equation says, pair by pair. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void residualsAreThoseOfTheEquation(boolean own) {
    Dataset data = new Stars(3).dataset();
    FmDesign design = FmDesign.of(data, EVERYTHING);
    FmGibbs sampler = new FmGibbs(design, 3, own, FmTarget.Plain.of(design.stars(), MEAN), 7);
    for (int sweep = 0; sweep < 3; sweep++) {
      sampler.sweep();
    }
    double squares = 0;
    for (int n = 0; n < design.stars().length; n++) {
      double error = design.stars()[n] - MEAN - sampler.intercept() - prediction(sampler, n, own);
      squares += error * error;
    }
    assertThat(sampler.residual())
        .isCloseTo(Math.sqrt(squares / design.stars().length), within(1e-9));
  }

  private static double prediction(FmGibbs sampler, int n, boolean own) {
    FmDesign design = sampler.design;
    int user = design.users().rowOf()[n];
    int item = design.items().rowOf()[n];
    double[][] left = features(design.users(), sampler.users, user);
    double[][] right = features(design.items(), sampler.items, item);
    double sum = 0;
    for (double[][] side : new double[][][] {left, right}) {
      for (int i = 0; i < side.length; i++) {
        sum += side[i][side[i].length - 1];
        for (int j = 0; own && j < i; j++) {
          sum += product(side[i], side[j]);
        }
      }
    }
    for (double[] a : left) {
      for (double[] b : right) {
        sum += product(a, b);
      }
    }
    return sum;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int f = 0; f < a.length - 1; f++) {
      sum += a[f] * b[f];
    }
    return sum;
  }

  /** Factors and weight, times strength, of each feature of a row. */
  private static double[][] features(FmBlock block, FmWeights weights, int row) {
    FmBlock.ByRow cells = block.byRow();
    int from = cells.starts()[row];
    double[][] features = new double[cells.starts()[row + 1] - from][weights.factors + 1];
    for (int c = 0; c < features.length; c++) {
      for (int f = 0; f <= weights.factors; f++) {
        features[c][f] =
            weights.values[f][cells.features()[from + c]] * cells.strengths()[from + c];
      }
    }
    return features;
  }

  @Test
  void findsTheNoise() {
    FmDesign design =
        FmDesign.of(new Stars(4).dataset(), new FmDesign.Features(false, false, List.of(), false));
    FmGibbs sampler = new FmGibbs(design, 2, true, FmTarget.Plain.of(design.stars(), MEAN), 7);
    double alpha = 0;
    for (int sweep = 0; sweep < 120; sweep++) {
      sampler.sweep();
      alpha += sweep < 60 ? 0 : sampler.alpha() / 60;
    }
    double rounding = 1 / 12.0;
    assertThat(1 / Math.sqrt(alpha))
        .isBetween(Stars.NOISE - 0.1, Math.sqrt(Stars.NOISE * Stars.NOISE + rounding) + 0.1);
  }

  @Test
  void namesWhatUsersAndItemsHave() {
    FmDesign design = FmDesign.of(new Stars(3).dataset(), EVERYTHING);
    assertThat(design.named().ids())
        .containsExactly("user:mood=down", "user:mood=up", "item:genre=minus", "item:genre=plus");
    assertThat(design.side()).containsExactly(0, 0, 1, 1);
    assertThat(design.users().groupCount()).isEqualTo(3);
    assertThat(design.items().groupCount()).isEqualTo(3);
  }
}
