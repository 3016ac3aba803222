package dev.kindred.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** Of items' rows. */
class ItemAutorecModelTest extends ModelContract {
  private static final int WIDTH = AutorecModelTest.FACTORS + 1;
  private static final double UNOBSERVED = 0.3;
  private static final double REGULARIZATION = 0.8;

  /** Logistic units lie between 0 and 1; the last number is 1. */
  private static float[] codes() {
    float[] codes = AutorecModelTest.vectors();
    for (int i = 0; i < codes.length - WIDTH; i++) {
      codes[i] = i % WIDTH == WIDTH - 1 ? 1 : (codes[i] + 1) / 2;
    }
    return codes;
  }

  @Override
  protected AutorecModel model() {
    return AutorecModel.ofItems(
        Tastes.manifest(
            "autorec", "autorec", AutorecModel.fields("autorec", AutorecModelTest.FACTORS)),
        new AutorecModel.Settings(
            AutorecModelTest.FACTORS,
            AutorecModel.Side.ITEM,
            AutorecModel.Loss.SQUARED,
            REGULARIZATION,
            UNOBSERVED,
            null),
        AutorecModelTest.ids(),
        codes());
  }

  @Override
  protected List<Item> items() {
    return AutorecModelTest.ids().ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  @Test
  void theUsersVectorMinimisesTheLoss() {
    Encoding.Dense dense =
        (Encoding.Dense)
            model()
                .encode(
                    Tastes.user(
                        Tastes.event("i2", 1, Duration.ZERO),
                        Tastes.event("i5", 2, Duration.ZERO),
                        Tastes.event("i7", -1, Duration.ZERO)),
                    Tastes.among());
    DMatrixRMaj expected = solve(Map.of(2, 1.0, 5, 2.0, 7, -1.0));
    for (int f = 0; f < WIDTH; f++) {
      assertThat((double) dense.vector()[f]).isCloseTo(expected.get(f), within(5e-3));
    }
    assertThat(dense.parts()).containsOnlyKeys("i2", "i5");
  }

  /** The minimum by its normal equations, in doubles. */
  private static DMatrixRMaj solve(Map<Integer, Double> strengths) {
    float[] h = codes();
    DMatrixRMaj a = new DMatrixRMaj(WIDTH, WIDTH);
    DMatrixRMaj b = new DMatrixRMaj(WIDTH, 1);
    for (int item = 0; item < AutorecModelTest.ITEMS - 1; item++) {
      double strength = strengths.getOrDefault(item, 0.0);
      double weight = UNOBSERVED + Math.abs(strength);
      for (int f = 0; f < WIDTH; f++) {
        double hf = h[item * WIDTH + f];
        b.add(f, 0, strength > 0 ? weight * hf : 0);
        for (int g = 0; g < WIDTH; g++) {
          a.add(f, g, weight * hf * h[item * WIDTH + g]);
        }
      }
    }
    for (int f = 0; f < WIDTH - 1; f++) {
      a.add(f, f, REGULARIZATION / 2);
    }
    DMatrixRMaj x = new DMatrixRMaj(WIDTH, 1);
    assertThat(CommonOps_DDRM.solve(a, b, x)).isTrue();
    return x;
  }

  /** λ is less than the last place of the floats on the diagonal. */
  @Test
  void hugeStrengthsAreFoldedIn() {
    Encoding encoding =
        model()
            .encode(
                Tastes.user(
                    Tastes.event("i2", 1e9, Duration.ZERO), Tastes.event("i5", 1e9, Duration.ZERO)),
                Tastes.among());
    for (String item : List.of("i2", "i5")) {
      assertThat(FieldScores.of(model(), item).score(encoding)).isCloseTo(1, within(0.05));
    }
  }
}
