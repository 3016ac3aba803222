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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of users' rows. */
class AutorecModelTest extends ModelContract {
  static final int ITEMS = 12;
  static final int FACTORS = 5;

  private final float[] encoder = random(ITEMS * FACTORS, 4);
  private final float[] hiddenBias = random(FACTORS, 5);

  static float[] random(int size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  /** The last item has no vector. */
  static float[] vectors() {
    float[] vectors = random(ITEMS * (FACTORS + 1), 3);
    Arrays.fill(vectors, (ITEMS - 1) * (FACTORS + 1), vectors.length, 0);
    return vectors;
  }

  static IdMap ids() {
    return IdMap.of(IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList());
  }

  private AutorecModel model(AutorecModel.Loss loss, Duration halfLife) {
    return AutorecModel.ofUsers(
        Tastes.manifest("autorec", "autorec", AutorecModel.fields("autorec", FACTORS)),
        new AutorecModel.Settings(FACTORS, AutorecModel.Side.USER, loss, 0.1, 0.2, halfLife),
        ids(),
        vectors(),
        encoder,
        hiddenBias);
  }

  @Override
  protected AutorecModel model() {
    return model(AutorecModel.Loss.MULTINOMIAL, null);
  }

  @Override
  protected List<Item> items() {
    return ids().ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  private static Encoding.Dense dense(AutorecModel model, String... liked) {
    return (Encoding.Dense) model.encode(Tastes.liking(liked), Tastes.among());
  }

  /** c + Σ x·V of one unit, for two liked items. */
  private double unit(int f, double input, int one, int other) {
    return hiddenBias[f] + input * (encoder[one * FACTORS + f] + encoder[other * FACTORS + f]);
  }

  @Test
  void theMultinomialsInputHasLengthOne() {
    Encoding.Dense dense = dense(model(), "i1", "i3");
    for (int f = 0; f < FACTORS; f++) {
      double expected = Math.tanh(unit(f, Math.sqrt(0.5), 1, 3));
      assertThat((double) dense.vector()[f]).isCloseTo(expected, within(1e-5));
    }
    assertThat(dense.vector()[FACTORS]).isEqualTo(1);
  }

  @Test
  void theSquaredErrorsInputIsTheStrengthItself() {
    Encoding.Dense dense = dense(model(AutorecModel.Loss.SQUARED, null), "i1", "i3");
    for (int f = 0; f < FACTORS; f++) {
      double expected = 1 / (1 + Math.exp(-unit(f, 1, 1, 3)));
      assertThat((double) dense.vector()[f]).isCloseTo(expected, within(1e-5));
    }
  }

  @Test
  void whatTheItemsContributedAndTheBiasAreTheVector() {
    for (AutorecModel.Loss loss : AutorecModel.Loss.values()) {
      Encoding.Dense dense = dense(model(loss, null), "i1", "i2", "i3");
      assertThat(dense.parts()).containsOnlyKeys("i1", "i2", "i3");
      for (int f = 0; f < FACTORS; f++) {
        int at = f;
        double rest =
            loss == AutorecModel.Loss.MULTINOMIAL
                ? Math.tanh(hiddenBias[f])
                : 1 / (1 + Math.exp(-hiddenBias[f]));
        double sum = dense.parts().values().stream().mapToDouble(part -> part[at]).sum();
        assertThat(rest + sum).isCloseTo(dense.vector()[f], within(1e-5));
      }
    }
  }

  @Test
  void anEventOfOneHalfLifeAgoCountsHalf() {
    AutorecModel ageing = model(AutorecModel.Loss.SQUARED, Duration.ofDays(1));
    AutorecModel eternal = model(AutorecModel.Loss.SQUARED, null);
    Encoding old =
        ageing.encode(Tastes.user(Tastes.event("i1", 1, Duration.ofDays(1))), Tastes.among());
    Encoding half =
        eternal.encode(Tastes.user(Tastes.event("i1", 0.5, Duration.ZERO)), Tastes.among());
    assertThat(((Encoding.Dense) old).vector()).containsExactly(((Encoding.Dense) half).vector());
  }

  @Test
  void itemsWithoutEventsHaveNoVectorAndNoSay() {
    assertThat(FieldScores.of(model(), "i1").vector("model.autorec")).hasSize(FACTORS + 1);
    assertThat(FieldScores.of(model(), "i11").isEmpty()).isTrue();
    assertThat(model().encode(Tastes.liking("i11"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 1 items in the history is known to autorec"));
  }

  @Test
  void dislikesAloneAskForNothing() {
    assertThat(model().encode(Tastes.user(Tastes.event("i1", -1, Duration.ZERO)), Tastes.among()))
        .isEqualTo(new Encoding.None("the history holds dislikes only, which ask for nothing"));
  }

  /**
   * Where all events are as old, their age says nothing; squares of the weights are 0 in floats.
   */
  @ParameterizedTest
  @ValueSource(longs = {40, 80, 200, 900})
  void theMultinomialsInputHasLengthOneAtAnyAge(long halfLives) {
    AutorecModel ageing = model(AutorecModel.Loss.MULTINOMIAL, Duration.ofDays(1));
    Duration age = Duration.ofDays(halfLives);
    UserState user = Tastes.user(Tastes.event("i1", 1, age), Tastes.event("i3", 1, age));
    Encoding.Dense old = (Encoding.Dense) ageing.encode(user, Tastes.among());
    assertThat(old.vector()).containsExactly(dense(model(), "i1", "i3").vector(), within(1e-6f));
  }
}
