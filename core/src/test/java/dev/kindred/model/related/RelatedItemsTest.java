package dev.kindred.model.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.registry.Models;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RelatedItemsTest extends ModelContract {
  private static final IdMap ABC = IdMap.of(List.of("a", "b", "c"));
  private static final Duration DAY = Duration.ofDays(1);

  /** a is scored by b and against by c; b by a; c by nobody. */
  private static RelatedItems abc(Duration halfLife) {
    return RelatedItems.of(
        Tastes.manifest("related", "ease", RelatedItems.fields("ease")),
        ABC,
        new long[] {0, 2, 3, 3},
        new int[] {1, 2, 0},
        new float[] {0.5f, -0.25f, 0.125f},
        RelatedItems.Memory.fading(halfLife));
  }

  @Override
  protected Model model() {
    return abc(DAY);
  }

  @Override
  protected List<Item> items() {
    return List.of(new Item("a", Map.of()), new Item("b", Map.of()), new Item("c", Map.of()));
  }

  private static double score(Model model, String itemId, Encoding encoding) {
    return FieldScores.of(model, itemId).score(encoding);
  }

  @Test
  void givesEachRelatedItemATermBySignAndWeight() {
    assertThat(FieldScores.of(model(), "a").terms("model.ease"))
        .isEqualTo(Map.of("+b", 1 << 20, "-c", 1 << 19));
    assertThat(FieldScores.of(model(), "c").isEmpty()).isTrue();
  }

  @Test
  void addsUpWeightsTimesStrengths() throws Exception {
    Encoding encoding = model().encode(Tastes.liking("c", "b"), Tastes.among());
    assertThat(score(abc(null), "a", encoding)).isCloseTo(0.25, within(1e-3));
    assertThat(score(abc(null), "b", encoding)).isNaN();
  }

  @Test
  void causesAreTheItemsOfTheHistory() throws Exception {
    Encoding.Sparse sparse =
        (Encoding.Sparse) model().encode(Tastes.liking("b", "c"), Tastes.among());
    assertThat(sparse.causes()).isEqualTo(Map.of("+b", "b", "-b", "b", "+c", "c", "-c", "c"));
  }

  @Test
  void leavesTheNegativeTermsOutWhenNoWeightIsNegative() throws Exception {
    RelatedItems positive =
        RelatedItems.of(
            model().manifest(),
            ABC,
            new long[] {0, 1, 1, 1},
            new int[] {1},
            new float[] {1},
            RelatedItems.Memory.fading(null));
    Encoding.Sparse sparse = (Encoding.Sparse) positive.encode(Tastes.liking("b"), Tastes.among());
    assertThat(sparse.weights()).containsOnlyKeys("+b");
  }

  @Test
  void repeatedEventsAddUpAndDislikesSubtract() throws Exception {
    Model model = abc(null);
    Encoding twice = model.encode(Tastes.liking("b", "b"), Tastes.among());
    assertThat(score(model, "a", twice)).isCloseTo(1, within(1e-6));
    Encoding disliked =
        model.encode(Tastes.user(Tastes.event("b", -1, Duration.ZERO)), Tastes.among());
    assertThat(score(model, "a", disliked)).isCloseTo(-0.5, within(1e-6));
  }

  @Test
  void likedAndDislikedAlikeIsNothing() throws Exception {
    Encoding both =
        abc(null)
            .encode(
                Tastes.user(
                    Tastes.event("b", 1, Duration.ZERO), Tastes.event("b", -1, Duration.ZERO)),
                Tastes.among());
    assertThat(both).isEqualTo(new Encoding.None("the history is empty"));
  }

  @Test
  void eventsFadeByHalfLives() throws Exception {
    Encoding old =
        abc(DAY).encode(Tastes.user(Tastes.event("b", 1, DAY.multipliedBy(3))), Tastes.among());
    assertThat(score(abc(DAY), "a", old)).isCloseTo(0.5 / 8, within(1e-6));
  }

  @Test
  void onlyTheLatestItemsSpeakEachLessThanTheOneAfterIt() throws Exception {
    RelatedItems ordered =
        RelatedItems.of(
            model().manifest(),
            ABC,
            new long[] {0, 2, 2, 2},
            new int[] {1, 2},
            new float[] {0.5f, 0.25f},
            new RelatedItems.Memory(null, 2, 0.1));
    assertThat(score(ordered, "a", ordered.encode(Tastes.liking("c", "b"), Tastes.among())))
        .isCloseTo(0.5 + 0.1 * 0.25, within(1e-6));
    assertThat(score(ordered, "a", ordered.encode(Tastes.liking("b", "c"), Tastes.among())))
        .isCloseTo(0.25 + 0.1 * 0.5, within(1e-6));
    assertThat(score(ordered, "a", ordered.encode(Tastes.liking("b", "c", "a"), Tastes.among())))
        .isCloseTo(0.1 * 0.25, within(1e-6));
    ordered.save(folder);
    Encoding again = Models.load(folder).encode(Tastes.liking("c", "b"), Tastes.among());
    assertThat(again).isEqualTo(ordered.encode(Tastes.liking("c", "b"), Tastes.among()));
  }

  @Test
  void futureAndUndatedEventsDoNotFade() throws Exception {
    Encoding future =
        abc(DAY).encode(Tastes.user(Tastes.event("b", 1, DAY.negated())), Tastes.among());
    assertThat(score(abc(DAY), "a", future)).isCloseTo(0.5, within(1e-6));
    Duration sinceEpoch = Duration.between(java.time.Instant.EPOCH, Tastes.NOW);
    Encoding undated =
        abc(DAY).encode(Tastes.user(Tastes.event("b", 1, sinceEpoch)), Tastes.among());
    assertThat(score(abc(DAY), "a", undated)).isCloseTo(0.5, within(1e-6));
  }

  @Test
  void saysHowManyItemsItDoesNotKnow() throws Exception {
    assertThat(model().encode(Tastes.liking("x", "y", "x"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 2 items in the history is known to ease"));
  }

  @Test
  void frequenciesOfALongRowStayBelowLucenesBound() throws Exception {
    int n = 5000;
    SplittableRandom random = new SplittableRandom(1);
    float[] weights = new float[n];
    int[] related = new int[n];
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      weights[i] = (float) random.nextDouble(0.5, 1);
      related[i] = i;
      ids.add("i" + i);
    }
    long[] starts = new long[n + 1];
    Arrays.fill(starts, 1, n + 1, n);
    Model model =
        RelatedItems.of(
            model().manifest(),
            IdMap.of(ids),
            starts,
            related,
            weights,
            RelatedItems.Memory.fading(null));
    long sum =
        FieldScores.of(model, "i0").terms("model.ease").values().stream()
            .mapToLong(Integer::longValue)
            .sum();
    assertThat(sum).isBetween(1L << 29, (long) Integer.MAX_VALUE);
    Encoding encoding = model.encode(Tastes.liking("i7"), Tastes.among());
    assertThat(score(model, "i0", encoding))
        .isCloseTo((double) weights[7], within(1.0 / (1 << 18)));
  }
}
