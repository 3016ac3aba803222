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
import org.junit.jupiter.api.Test;

class BprModelTest extends ModelContract {
  private static final int ITEMS = 12;
  private static final int FACTORS = 5;

  private static BprModel.Settings settings(double regularization, Duration halfLife) {
    return new BprModel.Settings(FACTORS, 0.1, regularization, 1, 200, 42, halfLife);
  }

  /** The last item has no vector. */
  private static float[] vectors() {
    SplittableRandom random = new SplittableRandom(3);
    float[] vectors = new float[ITEMS * (FACTORS + 1)];
    for (int i = 0; i < vectors.length - FACTORS - 1; i++) {
      vectors[i] = (float) random.nextDouble(-1, 1);
    }
    return vectors;
  }

  private BprModel model(BprModel.Settings settings) {
    return new BprModel(
        Tastes.manifest("bpr", "bpr", BprModel.fields("bpr", FACTORS)),
        settings,
        IdMap.of(items().stream().map(Item::id).toList()),
        vectors());
  }

  @Override
  protected BprModel model() {
    return model(settings(0.05, null));
  }

  @Override
  protected List<Item> items() {
    return IntStream.range(0, ITEMS).mapToObj(i -> new Item("i" + i, Map.of())).toList();
  }

  @Test
  void writesFactorsAndBias() {
    assertThat(FieldScores.of(model(), "i1").vector("model.bpr")).hasSize(FACTORS + 1);
    assertThat(FieldScores.of(model(), "i11").isEmpty()).isTrue();
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  @Test
  void theBiasCountsOnceForEveryone() {
    Encoding.Dense dense =
        (Encoding.Dense) model().encode(Tastes.liking("i1", "i2"), Tastes.among());
    assertThat(dense.vector()).hasSize(FACTORS + 1);
    assertThat(dense.vector()[FACTORS]).isEqualTo(1);
    assertThat(dense.parts().values()).allMatch(part -> part[FACTORS] == 0);
  }

  @Test
  void theFactorsAreTheSumOfTheirParts() {
    Encoding.Dense dense =
        (Encoding.Dense) model().encode(Tastes.liking("i1", "i2", "i3"), Tastes.among());
    assertThat(dense.parts()).containsOnlyKeys("i1", "i2", "i3");
    for (int f = 0; f < FACTORS; f++) {
      int at = f;
      double sum = dense.parts().values().stream().mapToDouble(part -> part[at]).sum();
      assertThat(sum).isCloseTo(dense.vector()[f], within(1e-5));
    }
  }

  /** The expected gradient of the criterion, over all unobserved items, vanishes at its maximum. */
  @Test
  void findsTheMaximumOfTheCriterion() {
    double regularization = 0.5;
    BprModel.Settings settings =
        new BprModel.Settings(FACTORS, 0.02, regularization, 1, 4000, 42, null);
    Encoding.Dense dense =
        (Encoding.Dense) model(settings).encode(Tastes.liking("i1", "i4"), Tastes.among());
    double[] expected = ascend(new int[] {1, 4}, regularization);
    for (int f = 0; f < FACTORS; f++) {
      assertThat((double) dense.vector()[f]).isCloseTo(expected[f], within(0.05));
    }
  }

  /** Gradient ascent in doubles on the criterion as the paper writes it. */
  private static double[] ascend(int[] liked, double regularization) {
    double[] u = new double[FACTORS];
    for (int step = 0; step < 5000; step++) {
      double[] gradient = new double[FACTORS];
      for (int i : liked) {
        for (int j = 0; j < ITEMS - 1; j++) {
          if (j != liked[0] && j != liked[1]) {
            add(gradient, u, i, j);
          }
        }
      }
      for (int f = 0; f < FACTORS; f++) {
        u[f] += 0.02 * (gradient[f] / (liked.length * (ITEMS - 3)) - regularization * u[f]);
      }
    }
    return u;
  }

  private static void add(double[] gradient, double[] u, int i, int j) {
    float[] y = vectors();
    int width = FACTORS + 1;
    double margin = y[i * width + FACTORS] - y[j * width + FACTORS];
    for (int f = 0; f < FACTORS; f++) {
      margin += u[f] * (y[i * width + f] - y[j * width + f]);
    }
    for (int f = 0; f < FACTORS; f++) {
      gradient[f] += (y[i * width + f] - y[j * width + f]) / (1 + Math.exp(margin));
    }
  }

  @Test
  void whatIsOldCountsLess() {
    BprModel ageing = model(settings(0.05, Duration.ofDays(1)));
    Encoding.Dense dense =
        (Encoding.Dense)
            ageing.encode(
                Tastes.user(
                    Tastes.event("i1", 1, Duration.ofDays(20)),
                    Tastes.event("i2", 1, Duration.ZERO)),
                Tastes.among());
    double old = norm(dense.parts().get("i1"));
    assertThat(old).isLessThan(1e-3 * norm(dense.parts().get("i2")));
  }

  /** With nearly all of them drawn each time, the one unobserved item in front falls back. */
  @Test
  void theHardestOfTheDrawnCounts() {
    BprModel.Settings hard = new BprModel.Settings(FACTORS, 0.1, 0.05, 64, 200, 42, null);
    assertThat(bestUnobserved(hard)).isLessThan(bestUnobserved(settings(0.05, null)) - 0.1);
  }

  private double bestUnobserved(BprModel.Settings settings) {
    Encoding encoding = model(settings).encode(Tastes.liking("i1", "i4"), Tastes.among());
    return items().stream()
        .map(Item::id)
        .filter(id -> !id.equals("i1") && !id.equals("i4") && !id.equals("i11"))
        .mapToDouble(id -> FieldScores.of(model(settings), id).score(encoding))
        .max()
        .orElseThrow();
  }

  @Test
  void whatIsLikedMoreMovesTheVectorFurther() {
    Encoding.Dense twice = liking(3);
    Encoding.Dense once = liking(1);
    assertThat(norm(twice.parts().get("i1"))).isGreaterThan(1.2 * norm(once.parts().get("i1")));
  }

  private Encoding.Dense liking(double strength) {
    UserState user = Tastes.user(Tastes.event("i1", strength, Duration.ZERO));
    return (Encoding.Dense) model().encode(user, Tastes.among());
  }

  private static double norm(float[] part) {
    double sum = 0;
    for (float x : part) {
      sum += (double) x * x;
    }
    return Math.sqrt(sum);
  }

  @Test
  void whoLikesEverythingIsServed() {
    String[] all = items().stream().map(Item::id).toArray(String[]::new);
    assertThat(model().encode(Tastes.liking(all), Tastes.among()))
        .isInstanceOf(Encoding.Dense.class);
  }

  @Test
  void dislikesAloneAskForNothing() {
    assertThat(model().encode(Tastes.user(Tastes.event("i1", -1, Duration.ZERO)), Tastes.among()))
        .isEqualTo(new Encoding.None("the history holds dislikes only, which ask for nothing"));
  }

  @Test
  void anItemOfWhichNothingWasLearnedSaysNothing() {
    assertThat(model().encode(Tastes.liking("i11"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 1 items in the history is known to bpr"));
  }
}
