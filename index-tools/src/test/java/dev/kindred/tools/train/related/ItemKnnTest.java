package dev.kindred.tools.train.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.Situation;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Tastes;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemKnnTest extends TrainerContract {
  private static final Situation NOBODY = Tastes.among();
  private static final Run RUN = new Run("itemknn", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "itemknn";
  }

  /** a and b share two users of three and two; c shares one with a. */
  private static Dataset abc() {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.LAST);
    ratings.add("u", "a", 5, 0).add("u", "b", 4, 0);
    ratings.add("v", "a", 1, 0).add("v", "b", 2, 0);
    ratings.add("w", "a", 3, 0).add("w", "c", 5, 0);
    return new Dataset(ratings.build(), List.of());
  }

  private static double similarity(ItemKnn trainer, String item, String liked) throws Exception {
    RelatedItems model = trainer.train(abc(), RUN);
    Encoding encoding = model.encode(Tastes.liking(liked), Tastes.among());
    return FieldScores.of(model, item).score(encoding);
  }

  private static ItemKnn by(Similarity similarity, double shrinkage) {
    return new ItemKnn(10, similarity, shrinkage, 0, 0.5, Side.CANDIDATE, null);
  }

  @ParameterizedTest
  @CsvSource({
    "COSINE, 0, a, b, 0.81650",
    "COSINE, 0, b, a, 0.81650",
    "COSINE, 1, a, b, 0.57980",
    "COSINE, 0, a, c, 0.57735",
    "COSINE, 0, b, c, NaN",
    "JACCARD, 0, a, b, 0.66667",
    "JACCARD, 0, a, c, 0.33333",
    "JACCARD, 3, a, b, 0.33333"
  })
  void similaritiesAreWhatTheyAreByHand(
      Similarity similarity, double shrinkage, String item, String liked, double expected)
      throws Exception {
    double found = similarity(by(similarity, shrinkage), item, liked);
    assertThat(found)
        .satisfiesAnyOf(
            x -> assertThat(x).isCloseTo(expected, within(1e-5)),
            x -> assertThat(Double.isNaN(x) && Double.isNaN(expected)).isTrue());
  }

  @Test
  void adjustedCosineComparesDeviationsFromTheUsersMean() throws Exception {
    // Deviations: u a +.5 b -.5; v a -.5 b +.5; w a -1 c +1: all opposed, so nobody is a neighbour.
    assertThat(similarity(by(Similarity.ADJUSTED_COSINE, 0), "a", "b")).isNaN();
  }

  @Test
  void adjustedCosineFindsItemsRatedAlike() {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.LAST);
    for (int user = 0; user < 20; user++) {
      for (int item = 0; item < 20; item++) {
        if (item != user && (item + user) % 7 != 0) {
          ratings.add("u" + user, "i" + item, item % 2 == user % 2 ? 5 : 1, 0);
        }
      }
    }
    RelatedItems model =
        by(Similarity.ADJUSTED_COSINE, 0).train(new Dataset(ratings.build(), List.of()), RUN);
    Map<String, Integer> related = FieldScores.of(model, "i4").terms("model.itemknn");
    assertThat(related.keySet()).contains("+i6", "+i8").doesNotContain("+i5", "+i7");
  }

  @Test
  void bm25DoubtsUsersOfManyItems() throws Exception {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    for (String item : List.of("a", "b", "c", "d", "e", "f")) {
      events.add("glutton", item, 1, 0);
    }
    events.add("picky", "a", 1, 0).add("picky", "b", 1, 0);
    events.add("vague", "c", 1, 0).add("vague", "d", 1, 0).add("vague", "e", 1, 0);
    RelatedItems model = by(Similarity.BM25, 0).train(new Dataset(events.build(), List.of()), RUN);
    Map<String, Integer> related = new TreeMap<>(FieldScores.of(model, "a").terms("model.itemknn"));
    assertThat(related.get("+b")).isGreaterThan(10 * related.getOrDefault("+c", 1));
  }

  /** Four users rate a and b alike, c against them; d and e are shared by one user alone. */
  private static Dataset correlated() {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.LAST);
    int[] stars = {1, 2, 4, 5};
    for (int user = 0; user < stars.length; user++) {
      ratings.add("u" + user, "a", stars[user], 0).add("u" + user, "b", 1 + stars[user] / 2f, 0);
      ratings.add("u" + user, "c", 6 - stars[user], 0).add("u" + user, "constant", 3, 0);
    }
    ratings.add("u0", "d", 5, 0).add("u0", "e", 5, 0);
    return new Dataset(ratings.build(), List.of());
  }

  private static Map<String, Integer> neighbours(ItemKnn trainer, Dataset data, String item) {
    return FieldScores.of(trainer.train(data, RUN), item).terms("model.itemknn");
  }

  @Test
  void pearsonComparesTheUsersWhoRatedBoth() throws Exception {
    RelatedItems model = by(Similarity.PEARSON, 0).train(correlated(), RUN);
    double alike = FieldScores.of(model, "a").score(model.encode(Tastes.liking("b"), NOBODY));
    assertThat(alike).isCloseTo(1, within(1e-5));
    assertThat(neighbours(by(Similarity.PEARSON, 0), correlated(), "a")).containsOnlyKeys("+b");
    // The deviations' products add up to 5, as does the product of their lengths.
    RelatedItems shrunk = by(Similarity.PEARSON, 5).train(correlated(), RUN);
    assertThat(FieldScores.of(shrunk, "a").score(shrunk.encode(Tastes.liking("b"), NOBODY)))
        .isCloseTo(0.5, within(1e-5));
  }

  @Test
  void pearsonOfConstantsAndOfSingleUsersIsNothing() {
    assertThat(neighbours(by(Similarity.PEARSON, 0), correlated(), "constant")).isEmpty();
    assertThat(neighbours(by(Similarity.PEARSON, 0), correlated(), "d")).isEmpty();
  }

  @Test
  void significanceDoubtsPairsOfFewUsers() throws Exception {
    ItemKnn doubting = new ItemKnn(10, Similarity.COSINE, 0, 4, 0.5, Side.CANDIDATE, null);
    assertThat(similarity(doubting, "a", "b")).isCloseTo(0.81650 * 2 / 4, within(1e-5));
    assertThat(similarity(doubting, "a", "c")).isCloseTo(0.57735 / 4, within(1e-5));
  }

  @Test
  void conditionalProbabilityIsThatOfThePaper() throws Exception {
    // Users of two items weigh 1/√2: P(a given b) = 2/√2 / (freq b = 2 · (freq a = 3)^α).
    ItemKnn plain =
        new ItemKnn(10, Similarity.CONDITIONAL_PROBABILITY, 0, 0, 0, Side.CANDIDATE, null);
    ItemKnn held = new ItemKnn(10, Similarity.CONDITIONAL_PROBABILITY, 0, 0, 1, Side.HISTORY, null);
    assertThat(similarity(plain, "a", "b")).isCloseTo(Math.sqrt(2) / 2, within(1e-5));
    assertThat(similarity(plain, "b", "a")).isCloseTo(Math.sqrt(2) / 3, within(1e-5));
    assertThat(similarity(held, "a", "b")).isCloseTo(Math.sqrt(2) / 6, within(1e-5));
    ItemKnn shrunk =
        new ItemKnn(10, Similarity.CONDITIONAL_PROBABILITY, 2, 0, 0, Side.CANDIDATE, null);
    assertThat(similarity(shrunk, "a", "b")).isCloseTo(Math.sqrt(2) / (2 + 2), within(1e-5));
  }

  @Test
  void eventsFadeInTrainingToo() {
    Duration day = Duration.ofDays(1);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    long now = Tastes.NOW.toEpochMilli();
    events.add("u", "a", 1, now).add("u", "b", 1, now);
    events.add("v", "a", 1, now - day.toMillis()).add("v", "c", 1, now - day.toMillis());
    ItemKnn fading = new ItemKnn(10, Similarity.COSINE, 0, 0, 0.5, Side.CANDIDATE, day);
    Map<String, Integer> found = neighbours(fading, new Dataset(events.build(), List.of()), "a");
    // The columns are a (1, ½), b (1, 0) and c (0, ½): cosines 1/√1.25 and ½/√1.25.
    assertThat((double) found.get("+b") / found.get("+c")).isCloseTo(2, within(1e-5));
  }

  /** The squares of such weights are 0 in floats. */
  @ParameterizedTest
  @ValueSource(longs = {80, 140})
  void eventsOfLongAgoAreAsAlikeAsEver(long halfLives) throws Exception {
    Duration day = Duration.ofDays(1);
    long now = Tastes.NOW.toEpochMilli();
    long then = now - halfLives * day.toMillis();
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    events.add("u", "a", 1, then).add("u", "b", 1, then).add("v", "b", 1, then);
    Dataset data = new Dataset(events.add("w", "new", 1, now).build(), List.of());
    ItemKnn fading = new ItemKnn(10, Similarity.COSINE, 0, 0, 0.5, Side.CANDIDATE, day);
    Encoding liked = fading.train(data, RUN).encode(Tastes.liking("b"), NOBODY);
    assertThat(FieldScores.of(fading.train(data, RUN), "a").score(liked))
        .isCloseTo(Math.sqrt(0.5), within(1e-5));
    ItemKnn probable =
        new ItemKnn(10, Similarity.CONDITIONAL_PROBABILITY, 0, 0, 0, Side.CANDIDATE, day);
    liked = probable.train(data, RUN).encode(Tastes.liking("b"), NOBODY);
    assertThat(FieldScores.of(probable.train(data, RUN), "a").score(liked)).isBetween(0.0, 1e-20);
  }

  @Test
  void bm25KnowsNoDislikes() {
    InteractionsBuilder likes = new InteractionsBuilder(false, Repeats.LAST);
    InteractionsBuilder mixed = new InteractionsBuilder(false, Repeats.LAST);
    for (InteractionsBuilder events : List.of(likes, mixed)) {
      events.user("u").user("v").user("w").item("a").item("b").item("c");
      events.add("u", "a", 1, 0).add("u", "b", 1, 0).add("v", "a", 1, 0).add("v", "c", 1, 0);
    }
    // Without them the lengths of the columns are 2, 1 and 1; with them all are 0.
    mixed.add("w", "a", -2, 0).add("w", "b", -1, 0).add("w", "c", -1, 0);
    ItemKnn bm25 = by(Similarity.BM25, 0);
    assertThat(neighbours(bm25, new Dataset(mixed.build(), List.of()), "a"))
        .containsOnlyKeys("+b", "+c")
        .isEqualTo(neighbours(bm25, new Dataset(likes.build(), List.of()), "a"));
  }

  @Test
  void pearsonTakesNoStarsForARatingToo() throws Exception {
    InteractionsBuilder ratings = new InteractionsBuilder(true, Repeats.ALL);
    ratings.add("u", "a", 5, 0).add("u", "a", 0, 1).add("u", "b", 0, 1);
    ratings.add("v", "a", 1, 0).add("v", "b", 3, 0);
    ratings.add("w", "a", 2, 0).add("w", "b", 1, 0);
    ratings.add("x", "a", 4, 0).add("x", "b", 4, 0);
    RelatedItems model =
        by(Similarity.PEARSON, 0).train(new Dataset(ratings.build(), List.of()), RUN);
    // Of (0, 0), (1, 3), (2, 1) and (4, 4): the latest of each.
    assertThat(FieldScores.of(model, "a").score(model.encode(Tastes.liking("b"), NOBODY)))
        .isCloseTo(7 / Math.sqrt(8.75 * 10), within(1e-5));
  }

  @Test
  void keepsTheNeighboursOfEitherSide() throws Exception {
    ItemKnn candidate = new ItemKnn(1, Similarity.COSINE, 0, 0, 0.5, Side.CANDIDATE, null);
    ItemKnn history = new ItemKnn(1, Similarity.COSINE, 0, 0, 0.5, Side.HISTORY, null);
    assertThat(similarity(candidate, "a", "c")).isNaN();
    assertThat(similarity(candidate, "c", "a")).isCloseTo(0.57735, within(1e-5));
    assertThat(similarity(history, "a", "c")).isCloseTo(0.57735, within(1e-5));
    assertThat(similarity(history, "c", "a")).isNaN();
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("itemknn", Map.of("neighbours", "0")))
        .hasMessage("model 'itemknn': neighbours must be at least 1, was 0");
    assertThatThrownBy(() -> Trainers.create("itemknn", Map.of("half_life", "P-1D")))
        .hasMessageContaining("half_life must be positive, was PT-24H");
    assertThatThrownBy(() -> Trainers.create("itemknn", Map.of("similarity", "cosin")))
        .hasMessageContaining("COSINE");
  }
}
