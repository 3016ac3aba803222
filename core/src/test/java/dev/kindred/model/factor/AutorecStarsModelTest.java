package dev.kindred.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Manifest;
import dev.kindred.model.RatingModelContract;
import dev.kindred.model.Tastes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AutorecStarsModelTest {
  private static final int ITEMS = AutorecModelTest.ITEMS;
  private static final int FACTORS = AutorecModelTest.FACTORS;
  private static final double REGULARIZATION = 0.8;
  private static final Baseline.Scale SCALE = new Baseline.Scale(3, 1, 5, 4, 2, 15);
  private static final float[] BIASES = biases();

  private static float[] biases() {
    float[] biases = AutorecModelTest.random(ITEMS, 6);
    biases[ITEMS - 1] = 0;
    return biases;
  }

  private static Baseline baseline() {
    return new Baseline(SCALE, AutorecModelTest.ids(), BIASES);
  }

  private static AutorecStarsModel.Settings settings(AutorecModel.Side side) {
    return new AutorecStarsModel.Settings(FACTORS, side, REGULARIZATION, SCALE);
  }

  private static Manifest manifest(AutorecModel.Side side) {
    return Tastes.manifest(
        "autorecstars", "autorec", AutorecStarsModel.fields("autorec", side, FACTORS));
  }

  private static List<Item> all() {
    return AutorecModelTest.ids().ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  /** What a rating of the first two items, 5 and 1 stars, lies above the baseline. */
  private static double[] above() {
    double bias = (5 - 3 - BIASES[0] + 1 - 3 - BIASES[1]) / (15 + 2);
    return new double[] {5 - 3 - bias - BIASES[0], 1 - 3 - bias - BIASES[1], bias};
  }

  /** Whatever the side, the ranking's score is the expected rating less what all items share. */
  private static void scoresAreExpectedStars(AutorecStarsModel model, UserState user)
      throws IOException {
    Encoding encoding = model.encode(user, Tastes.among());
    for (int item = 0; item < ITEMS - 1; item++) {
      double score = FieldScores.of(model, "i" + item).score(encoding);
      double stars = model.expected(user, Tastes.among()).stars("i" + item);
      assertThat(stars).isCloseTo(SCALE.clip(3 + above()[2] + score), within(1e-5));
    }
    assertThat(model.expected(user, Tastes.among()).stars("i11"))
        .isCloseTo(baseline().of(above()[2]).stars("i11"), within(1e-6));
  }

  @Nested
  class OfUsersRows extends RatingModelContract {
    private final float[] encoder = AutorecModelTest.random(ITEMS * FACTORS, 4);
    private final float[] hiddenBias = AutorecModelTest.random(FACTORS, 5);

    @Override
    protected AutorecStarsModel model() {
      return AutorecStarsModel.ofUsers(
          manifest(AutorecModel.Side.USER),
          settings(AutorecModel.Side.USER),
          AutorecModelTest.ids(),
          baseline(),
          AutorecModelTest.vectors(),
          encoder,
          hiddenBias);
    }

    @Override
    protected List<Item> items() {
      return all();
    }

    @Override
    protected UserState user() {
      return rater();
    }

    @Test
    void theInputIsWhatTheStarsLieAboveTheBaseline() {
      Encoding.Dense dense = (Encoding.Dense) model().encode(rater(), Tastes.among());
      for (int f = 0; f < FACTORS; f++) {
        double in = hiddenBias[f] + above()[0] * encoder[f] + above()[1] * encoder[FACTORS + f];
        assertThat((double) dense.vector()[f]).isCloseTo(1 / (1 + Math.exp(-in)), within(1e-5));
      }
      assertThat(dense.parts()).containsOnlyKeys("i0", "i1");
    }

    @Test
    void theScoreIsTheExpectedRating() throws IOException {
      scoresAreExpectedStars(model(), rater());
    }
  }

  @Nested
  class OfItemsRows extends RatingModelContract {
    /** Codes between 0 and 1, 1, and the bias; the last item has none. */
    private final float[] rows = rows();

    private float[] rows() {
      float[] codes = AutorecModelTest.random(ITEMS * FACTORS, 3);
      float[] rows = new float[ITEMS * (FACTORS + 2)];
      for (int item = 0; item < ITEMS - 1; item++) {
        int at = item * (FACTORS + 2);
        for (int f = 0; f < FACTORS; f++) {
          rows[at + f] = (codes[item * FACTORS + f] + 1) / 2;
        }
        rows[at + FACTORS] = 1;
        rows[at + FACTORS + 1] = BIASES[item];
      }
      return rows;
    }

    @Override
    protected AutorecStarsModel model() {
      return AutorecStarsModel.ofItems(
          manifest(AutorecModel.Side.ITEM),
          settings(AutorecModel.Side.ITEM),
          AutorecModelTest.ids(),
          baseline(),
          rows);
    }

    @Override
    protected List<Item> items() {
      return all();
    }

    @Override
    protected UserState user() {
      return rater();
    }

    @Test
    void theUsersVectorMinimisesTheLossOfTheHistory() {
      Encoding.Dense dense = (Encoding.Dense) model().encode(rater(), Tastes.among());
      DMatrixRMaj h = new DMatrixRMaj(2, FACTORS + 1);
      DMatrixRMaj x = new DMatrixRMaj(2, 1);
      for (int item = 0; item < 2; item++) {
        for (int f = 0; f <= FACTORS; f++) {
          h.set(item, f, rows[item * (FACTORS + 2) + f]);
        }
        x.set(item, 0, above()[item]);
      }
      DMatrixRMaj left = CommonOps_DDRM.identity(FACTORS + 1);
      CommonOps_DDRM.scale(REGULARIZATION / 2, left);
      left.set(FACTORS, FACTORS, 0.1);
      CommonOps_DDRM.multAddTransA(h, h, left);
      DMatrixRMaj right = new DMatrixRMaj(FACTORS + 1, 1);
      CommonOps_DDRM.multTransA(h, x, right);
      DMatrixRMaj expected = new DMatrixRMaj(FACTORS + 1, 1);
      assertThat(CommonOps_DDRM.solve(left, right, expected)).isTrue();
      for (int f = 0; f <= FACTORS; f++) {
        assertThat((double) dense.vector()[f]).isCloseTo(expected.get(f, 0), within(1e-4));
      }
      assertThat(dense.vector()[FACTORS + 1]).isEqualTo(1);
    }

    @Test
    void theScoreIsTheExpectedRating() throws IOException {
      scoresAreExpectedStars(model(), rater());
    }
  }
}
