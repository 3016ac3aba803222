package dev.kindred.model.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Catalogue;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.Encodings;
import dev.kindred.model.FieldScores;
import dev.kindred.model.RatingModel;
import dev.kindred.model.RatingModelContract;
import dev.kindred.model.Tastes;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class FmModelTest extends RatingModelContract {
  private static final int FACTORS = 3;
  private static final int STRIDE = FACTORS + 1;
  private static final IdMap ITEMS = IdMap.of(List.of("i0", "i1", "i2", "i3", "i4"));
  private static final IdMap FEATURES =
      IdMap.of(List.of("user:age=20", "item:genre=horror", "item:genre=comedy"));
  private static final Baseline.Scale SCALE = new Baseline.Scale(3.5, 1, 5, 4, 3, 0);

  static FmModel.Settings settings(int samples, boolean own, boolean implicit, boolean ordinal) {
    List<Double> levels = ordinal ? List.of(1.0, 2.0, 3.0, 4.0, 5.0) : List.of();
    return new FmModel.Settings(
        FACTORS, samples, own, implicit, 0, levels, List.of("genre"), SCALE);
  }

  static FmParameters parameters(FmModel.Settings settings) {
    SplittableRandom random = new SplittableRandom(3);
    int width = settings.width();
    float[] priors = draw(random, 3 * width);
    for (int i = width; i < 2 * width; i++) {
      priors[i] = 1 + Math.abs(priors[i]);
    }
    float[] intercepts = new float[settings.samples()];
    Arrays.fill(intercepts, settings.levels().isEmpty() ? 3.5f : 0);
    float[] cuts = new float[settings.samples() * Math.max(0, settings.levels().size() - 1)];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = i % 4 - 1.5f;
    }
    return new FmParameters(
        ITEMS,
        draw(random, ITEMS.size() * width),
        draw(random, settings.implicit() ? ITEMS.size() * width : 0),
        FEATURES,
        draw(random, FEATURES.size() * width),
        priors,
        intercepts,
        cuts);
  }

  private static float[] draw(SplittableRandom random, int size) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    return values;
  }

  static FmModel model(FmModel.Settings settings) {
    return new FmModel(
        Tastes.manifest("fm", "fm", FmModel.fields("fm", FACTORS, settings.samples())),
        settings,
        parameters(settings));
  }

  @Override
  protected FmModel model() {
    return model(settings(2, true, true, false));
  }

  @Override
  protected List<Item> items() {
    return ITEMS.ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  /** The dot product is the predicted rating less what is the same for all items of the user. */
  @Test
  void ranksByPredictedRating() throws IOException {
    for (FmModel.Settings settings :
        List.of(settings(1, false, false, false), settings(2, true, true, false))) {
      FmModel model = model(settings);
      Encoding encoding = model.encode(rater(), Tastes.among());
      RatingModel.Expected expected = model.expected(rater(), Tastes.among());
      double own = Double.NaN;
      for (Item item : items()) {
        double difference = expected.stars(item.id()) - FieldScores.of(model, item).score(encoding);
        own = Double.isNaN(own) ? difference : own;
        assertThat(difference).isCloseTo(own, within(1e-5));
      }
    }
  }

  /** Matrix factorisation: the normal equations in doubles, solved by EJML. */
  @Test
  void foldsInByRidgeRegression() throws IOException {
    FmModel.Settings settings = settings(1, false, false, false);
    FmParameters parameters = parameters(settings);
    DMatrixRMaj gram = new DMatrixRMaj(STRIDE, STRIDE);
    DMatrixRMaj right = new DMatrixRMaj(STRIDE, 1);
    double[] stars = {5, 1};
    for (int i = 0; i < 2; i++) {
      double[] row = row(parameters, i);
      double prior = 0;
      for (int f = 0; f < STRIDE; f++) {
        prior += row[f] * parameters.priors()[f];
      }
      double error = stars[i] - 3.5 - parameters.itemRows()[i * STRIDE + FACTORS] - prior;
      for (int f = 0; f < STRIDE; f++) {
        right.add(f, 0, error * row[f]);
        for (int g = 0; g < STRIDE; g++) {
          gram.add(f, g, row[f] * row[g]);
        }
      }
    }
    for (int f = 0; f < STRIDE; f++) {
      gram.add(f, f, parameters.priors()[STRIDE + f]);
    }
    DMatrixRMaj shift = new DMatrixRMaj(STRIDE, 1);
    assertThat(CommonOps_DDRM.solve(gram, right, shift)).isTrue();
    var dense = (Encoding.Dense) model(settings).encode(rater(), Tastes.among());
    for (int f = 0; f < FACTORS; f++) {
      assertThat((double) dense.vector()[f])
          .isCloseTo(parameters.priors()[f] + shift.get(f), within(1e-5));
    }
    assertThat(dense.vector()[FACTORS]).isEqualTo(1);
  }

  /** An item's row as a design row: its factors, and 1 for the user's bias. */
  private static double[] row(FmParameters parameters, int item) {
    double[] row = new double[STRIDE];
    for (int f = 0; f < FACTORS; f++) {
      row[f] = parameters.itemRows()[item * STRIDE + f];
    }
    row[FACTORS] = 1;
    return row;
  }

  /** Equation 1 of Rendle (2010), pair by pair, for a user without ratings. */
  @Test
  void featuresInteractAsInTheEquation() throws IOException {
    FmModel.Settings settings = settings(1, true, false, false);
    FmParameters p = parameters(settings);
    Item novel = new Item("new", Map.of("genre", List.of("horror", "comedy")));
    double half = Math.sqrt(0.5);
    double[][] features = {
      scaled(p.featureRows(), 0, 1),
      scaled(p.priors(), 0, 1),
      scaled(p.featureRows(), 1, half),
      scaled(p.featureRows(), 2, half),
      scaled(p.priors(), 2, 1)
    };
    double expected = 3.5;
    for (int i = 0; i < features.length; i++) {
      expected += features[i][FACTORS];
      for (int j = 0; j < i; j++) {
        for (int f = 0; f < FACTORS; f++) {
          expected += features[i][f] * features[j][f];
        }
      }
    }
    UserState young = new UserState("u", List.of(), Map.of("age", "20", "shoe", "44"));
    double stars = model(settings).expected(young, Tastes.among(novel)).stars("new");
    assertThat(stars).isCloseTo(expected, within(1e-5));
  }

  private static double[] scaled(float[] rows, int index, double strength) {
    double[] row = new double[STRIDE];
    for (int f = 0; f < STRIDE; f++) {
      row[f] = strength * rows[index * STRIDE + f];
    }
    return row;
  }

  @Test
  void aNewItemHasAVectorWhenAFeatureIsKnown() {
    assertThat(
            FieldScores.of(model(), new Item("new", Map.of("genre", "horror"))).vector("model.fm"))
        .hasSize(2 * FACTORS + 1);
    assertThat(FieldScores.of(model(), new Item("new", Map.of("genre", "opera"))).isEmpty())
        .isTrue();
  }

  @Test
  void attributesAloneAreEnoughToRank() throws IOException {
    UserState young = new UserState("u", List.of(), Map.of("age", "20"));
    assertThat(model().encode(young, Tastes.among())).isInstanceOf(Encoding.Dense.class);
  }

  @Test
  void whatTheRequestSaysReplacesTheStoredAttribute() throws IOException {
    UserState old = new UserState("u", List.of(), Map.of("age", "70"));
    UserState young = new UserState("u", List.of(), Map.of("age", "20"));
    assertThat(model().encode(old, Tastes.among())).isInstanceOf(Encoding.None.class);
    Situation said =
        new Situation(Tastes.NOW, Map.of("age", "20"), "", EventWeights.EQUAL, Catalogue.EMPTY);
    assertThat(Encodings.text(model().encode(old, said)))
        .isEqualTo(Encodings.text(model().encode(young, Tastes.among())));
    assertThat(model().expected(old, said).stars("i0"))
        .isEqualTo(model().expected(young, Tastes.among()).stars("i0"));
  }

  /** Where features of one side do not interact, a new item is their sum and the mean item. */
  @Test
  void valuesOfAFieldCountTheRootOfTheirNumber() {
    FmModel.Settings settings = settings(1, false, false, false);
    FmParameters parameters = parameters(settings);
    Item both = new Item("new", Map.of("genre", List.of("horror", "comedy")));
    float[] vector = FieldScores.of(model(settings), both).vector("model.fm");
    for (int f = 0; f < STRIDE; f++) {
      double features =
          parameters.featureRows()[STRIDE + f] + parameters.featureRows()[2 * STRIDE + f];
      assertThat((double) vector[f])
          .isCloseTo(parameters.priors()[2 * STRIDE + f] + features / Math.sqrt(2), within(1e-6));
    }
  }

  @Test
  void onlyWhatWasLikedIsAReason() throws IOException {
    var dense = (Encoding.Dense) model().encode(rater(), Tastes.among());
    assertThat(dense.parts()).containsOnlyKeys("i0");
    assertThat(dense.parts().get("i0")).hasSize(dense.vector().length);
  }

  @Test
  void ordinalStarsFollowTheHistory() throws IOException {
    FmModel model = model(settings(2, true, true, true));
    RatingModel.Expected expected = model.expected(rater(), Tastes.among());
    assertThat(expected.stars("i0")).isGreaterThan(expected.stars("i1"));
    assertThat(expected.stars("i0")).isBetween(1.0, 5.0);
  }

  /** With one item and a flat prior, the value behind a top rating lies above the highest cut. */
  @Test
  void ordinalUsersOfExtremesAreExpectedAtTheExtremes() throws IOException {
    FmModel model = model(settings(1, false, false, true));
    UserState fan =
        new UserState(
            "u",
            ITEMS.ids().stream()
                .map(id -> new Event("u", id, Event.RATING, 5, Tastes.NOW))
                .toList(),
            Map.of());
    UserState critic =
        new UserState(
            "u",
            ITEMS.ids().stream()
                .map(id -> new Event("u", id, Event.RATING, 1, Tastes.NOW))
                .toList(),
            Map.of());
    assertThat(model.expected(fan, Tastes.among()).stars("i2"))
        .isGreaterThan(model.expected(critic, Tastes.among()).stars("i2") + 1);
  }
}
