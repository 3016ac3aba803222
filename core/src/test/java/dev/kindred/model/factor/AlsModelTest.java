package dev.kindred.model.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class AlsModelTest extends ModelContract {
  private static final int ITEMS = 12;
  private static final int FACTORS = 5;
  private static final AlsModel.Settings SETTINGS = new AlsModel.Settings(FACTORS, 4, 0.5, 0.1, 1);

  private static float[] factors() {
    SplittableRandom random = new SplittableRandom(3);
    float[] factors = new float[ITEMS * FACTORS];
    for (int i = 0; i < factors.length - FACTORS; i++) {
      factors[i] = (float) random.nextDouble(-1, 1);
    }
    return factors;
  }

  @Override
  protected AlsModel model() {
    return model(SETTINGS);
  }

  private AlsModel model(AlsModel.Settings settings) {
    return new AlsModel(
        Tastes.manifest("als", "als", AlsModel.fields("als", FACTORS)),
        settings,
        IdMap.of(items().stream().map(Item::id).toList()),
        factors());
  }

  @Override
  protected List<Item> items() {
    return IntStream.range(0, ITEMS).mapToObj(i -> new Item("i" + i, Map.of())).toList();
  }

  @Test
  void writesAVectorForEachItemWithEvents() {
    assertThat(FieldScores.of(model(), "i1").vector("model.als")).hasSize(FACTORS);
    assertThat(FieldScores.of(model(), "i11").isEmpty()).isTrue();
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  @Test
  void foldsInExactly() throws Exception {
    Encoding.Dense dense =
        (Encoding.Dense)
            model()
                .encode(
                    Tastes.user(
                        Tastes.event("i0", 1, Duration.ofDays(9)),
                        Tastes.event("unheard of", 1, Duration.ZERO),
                        Tastes.event("i3", 0.25, Duration.ZERO),
                        Tastes.event("i3", 1.75, Duration.ZERO),
                        Tastes.event("i5", -1, Duration.ZERO)),
                    Tastes.among());
    DMatrixRMaj expected = solve(Map.of(0, 1.0, 3, 2.0, 5, -1.0));
    for (int f = 0; f < FACTORS; f++) {
      assertThat((double) dense.vector()[f]).isCloseTo(expected.get(f), within(1e-5));
    }
  }

  /** The normal equations as the paper writes them, in doubles. */
  private static DMatrixRMaj solve(Map<Integer, Double> strengths) {
    float[] y = factors();
    DMatrixRMaj a = new DMatrixRMaj(FACTORS, FACTORS);
    DMatrixRMaj b = new DMatrixRMaj(FACTORS, 1);
    double observed = 0;
    for (int item = 0; item < ITEMS; item++) {
      double strength = strengths.getOrDefault(item, 0.0);
      double weight = SETTINGS.alpha() * Math.abs(strength);
      observed += weight;
      for (int f = 0; f < FACTORS; f++) {
        double yf = y[item * FACTORS + f];
        b.add(f, 0, strength > 0 ? (SETTINGS.unobserved() + weight) * yf : 0);
        for (int g = 0; g < FACTORS; g++) {
          a.add(f, g, (SETTINGS.unobserved() + weight) * yf * y[item * FACTORS + g]);
        }
      }
    }
    for (int f = 0; f < FACTORS; f++) {
      a.add(f, f, SETTINGS.regularization() * (observed + SETTINGS.unobserved() * ITEMS));
    }
    DMatrixRMaj x = new DMatrixRMaj(FACTORS, 1);
    assertThat(CommonOps_DDRM.solve(a, b, x)).isTrue();
    return x;
  }

  private float[] vector(AlsModel.Settings settings, double strength, Duration age) {
    UserState user = Tastes.user(Tastes.event("i0", strength, age));
    return ((Encoding.Dense) model(settings).encode(user, Tastes.among())).vector();
  }

  @Test
  void anEventOfOneHalfLifeAgoCountsHalf() {
    AlsModel.Settings ageing =
        new AlsModel.Settings(FACTORS, 4, 0.5, 0.1, 1, null, Duration.ofDays(10));
    assertThat(vector(ageing, 2, Duration.ofDays(10)))
        .containsExactly(vector(SETTINGS, 1, Duration.ZERO));
    assertThat(vector(SETTINGS, 2, Duration.ofDays(10)))
        .containsExactly(vector(SETTINGS, 2, Duration.ZERO));
  }

  @Test
  void logarithmicConfidenceDoublesWhereStrengthGoesFromOneToThree() {
    AlsModel.Settings log =
        new AlsModel.Settings(FACTORS, 4, 0.5, 0.1, 1, AlsModel.Confidence.LOG, null);
    assertThat(log.weight(1)).isEqualTo(SETTINGS.weight(1));
    assertThat(log.weight(-3)).isEqualTo(SETTINGS.weight(2));
    assertThat(vector(log, 3, Duration.ZERO)).containsExactly(vector(SETTINGS, 2, Duration.ZERO));
  }

  @Test
  void theVectorIsTheSumOfItsParts() throws Exception {
    Encoding.Dense dense =
        (Encoding.Dense) model().encode(Tastes.liking("i1", "i2", "i3"), Tastes.among());
    assertThat(dense.parts()).containsOnlyKeys("i1", "i2", "i3");
    for (int f = 0; f < FACTORS; f++) {
      int at = f;
      double sum = dense.parts().values().stream().mapToDouble(part -> part[at]).sum();
      assertThat(sum).isCloseTo(dense.vector()[f], within(1e-5));
    }
  }

  @Test
  void dislikesAloneAskForNothing() throws Exception {
    assertThat(model().encode(Tastes.user(Tastes.event("i1", -1, Duration.ZERO)), Tastes.among()))
        .isEqualTo(new Encoding.None("the history holds dislikes only, which ask for nothing"));
  }

  @Test
  void saysHowManyItemsItDoesNotKnow() throws Exception {
    assertThat(model().encode(Tastes.liking("x", "y"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 2 items in the history is known to als"));
  }

  @Test
  void anItemWithoutEventsHasNoSay() {
    assertThat(model().encode(Tastes.liking("i11"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 1 items in the history is known to als"));
    Encoding.Dense beside =
        (Encoding.Dense) model().encode(Tastes.liking("i11", "i1"), Tastes.among());
    Encoding.Dense alone = (Encoding.Dense) model().encode(Tastes.liking("i1"), Tastes.among());
    assertThat(beside.vector()).containsExactly(alone.vector());
  }

  /** The penalty is less than the last place of the floats on the diagonal. */
  @Test
  void hugeStrengthsAreFoldedIn() {
    AlsModel.Settings weak = new AlsModel.Settings(FACTORS, 4, 0.5, 1e-6, 0);
    UserState user =
        Tastes.user(Tastes.event("i0", 1e9, Duration.ZERO), Tastes.event("i1", 1e9, Duration.ZERO));
    Encoding encoding = model(weak).encode(user, Tastes.among());
    for (String item : List.of("i0", "i1")) {
      assertThat(FieldScores.of(model(weak), item).score(encoding)).isCloseTo(1, within(0.01));
    }
  }

  @Test
  void aHistoryTooOldToWeighAnythingIsFoldedIn() {
    AlsModel.Settings observedOnly =
        new AlsModel.Settings(FACTORS, 4, 0, 0.1, 1, null, Duration.ofDays(1));
    for (float number : vector(observedOnly, 1, Duration.ofDays(140))) {
      assertThat(number).isFinite();
    }
  }
}
