package dev.kindred.tools.train.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.Event;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.model.Baseline;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.RatingModel;
import dev.kindred.model.Tastes;
import dev.kindred.model.related.UserKnnModel;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.rating.Baselines;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserKnnTest extends TrainerContract {
  private static final Run RUN = new Run("userknn", "1", 1, 2, Progress.NONE);
  private static final UserKnn PEARSON =
      new UserKnn(10, UserKnnModel.Likeness.PEARSON, 0, 0, null, false);
  private static final UserKnn COSINE =
      new UserKnn(10, UserKnnModel.Likeness.COSINE, 0, 0, null, false);

  @Override
  protected String name() {
    return "userknn";
  }

  /** Rates a, b, c and x as given; 0 is not rated. */
  private static void rate(InteractionsBuilder ratings, String user, int... stars) {
    String[] items = {"a", "b", "c", "x"};
    for (int i = 0; i < items.length; i++) {
      if (stars[i] > 0) {
        ratings.add(user, items[i], stars[i], 0);
      }
    }
  }

  private static UserState who(int... stars) {
    String[] items = {"a", "b", "c", "x"};
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < stars.length; i++) {
      if (stars[i] > 0) {
        events.add(new Event("me", items[i], Event.RATING, stars[i], Tastes.NOW));
      }
    }
    return new UserState("me", events, Map.of());
  }

  private static InteractionsBuilder ratings() {
    return new InteractionsBuilder(true, Repeats.LAST);
  }

  private static Encoding encode(UserKnn trainer, InteractionsBuilder ratings, UserState user)
      throws IOException {
    return train(trainer, ratings).encode(user, Tastes.among());
  }

  private static Model train(UserKnn trainer, InteractionsBuilder ratings) {
    return trainer.train(new Dataset(ratings.build(), List.of()), RUN);
  }

  private static double score(UserKnn trainer, InteractionsBuilder ratings, UserState user)
      throws IOException {
    Model model = train(trainer, ratings);
    return FieldScores.of(model, "x").score(model.encode(user, Tastes.among()));
  }

  @Test
  void addsUpWhatTheLikeThoughtBesideTheirMeans() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "alike", 1, 3, 5, 5);
    rate(ratings, "against", 5, 3, 1, 5);
    // alike: correlation 1, mean 3.5, x 1.5 above it; against is no neighbour.
    assertThat(score(PEARSON, ratings, who(2, 3, 4))).isCloseTo(1.5, within(1e-5));
  }

  @Test
  void aDislikingNeighbourSpeaksAgainst() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "alike", 3, 4, 5, 1);
    assertThat(score(PEARSON, ratings, who(2, 3, 4))).isCloseTo(1 - 3.25, within(1e-5));
  }

  @Test
  void constantRatersAreNobodysNeighbours() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "constant", 4, 4, 4, 5);
    assertThat(encode(PEARSON, ratings, who(1, 3, 5)))
        .isInstanceOfSatisfying(
            Encoding.None.class,
            none ->
                assertThat(none.reason())
                    .isEqualTo(
                        "nobody is alike by PEARSON and has something beside the 3 known items of"
                            + " the history"));
    InteractionsBuilder varied = ratings();
    rate(varied, "varied", 1, 3, 5, 5);
    assertThat(encode(PEARSON, varied, who(4, 4, 4))).isInstanceOf(Encoding.None.class);
  }

  @Test
  void oneCommonItemCorrelatesNothing() throws IOException {
    for (UserKnn trainer : List.of(PEARSON, COSINE)) {
      InteractionsBuilder ratings = ratings();
      rate(ratings, "single", 5, 0, 0, 5);
      assertThat(encode(trainer, ratings, who(5, 1, 0)))
          .isInstanceOf(trainer == PEARSON ? Encoding.None.class : Encoding.Sparse.class);
    }
  }

  @Test
  void noCommonItemIsNoNeighbour() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "stranger", 0, 0, 3, 5);
    assertThat(encode(COSINE, ratings, who(5, 1, 0))).isInstanceOf(Encoding.None.class);
  }

  @Test
  void shrinkageIsAddedToEveryDenominator() throws IOException {
    InteractionsBuilder correlated = ratings();
    rate(correlated, "alike", 1, 3, 5, 5);
    // The deviations' products add up to 4, as does the product of their lengths.
    UserKnn pearson = new UserKnn(10, UserKnnModel.Likeness.PEARSON, 4, 0, null, false);
    assertThat(score(pearson, correlated, who(2, 3, 4))).isCloseTo(1.5 / 2, within(1e-5));
    InteractionsBuilder equal = ratings();
    rate(equal, "same", 2, 3, 4, 5);
    UserKnn near = new UserKnn(10, UserKnnModel.Likeness.MSD, 1, 0, null, false);
    assertThat(score(near, equal, who(2, 3, 4))).isCloseTo(1.5 / 2, within(1e-5));
    UserKnn cosine = new UserKnn(10, UserKnnModel.Likeness.COSINE, 2, 0, null, false);
    assertThat(score(cosine, likes(), Tastes.liking("a", "b")))
        .isCloseTo(1 / (2 + 2.0) + 2 / (Math.sqrt(2 * 3) + 2), within(1e-5));
  }

  @Test
  void significanceDoubtsSmallOverlaps() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "alike", 1, 3, 5, 5);
    UserKnn doubting = new UserKnn(10, UserKnnModel.Likeness.PEARSON, 0, 50, null, false);
    assertThat(score(doubting, ratings, who(2, 3, 4))).isCloseTo(1.5 * 3 / 50, within(1e-5));
  }

  private static InteractionsBuilder likes() {
    InteractionsBuilder likes = new InteractionsBuilder(false, Repeats.LAST);
    likes.add("one", "a", 1, 0).add("one", "x", 1, 0);
    return likes.add("two", "a", 1, 0).add("two", "b", 1, 0).add("two", "x", 1, 0);
  }

  @Test
  void cosineAddsUpLikings() throws IOException {
    double one = 1 / Math.sqrt(2 * 2);
    double two = 2 / Math.sqrt(2 * 3);
    assertThat(score(COSINE, likes(), Tastes.liking("a", "b"))).isCloseTo(one + two, within(1e-5));
    UserKnn nearest = new UserKnn(1, UserKnnModel.Likeness.COSINE, 0, 0, null, false);
    assertThat(score(nearest, likes(), Tastes.liking("a", "b"))).isCloseTo(two, within(1e-5));
  }

  @Test
  void opinionsOfLongAgoFade() throws IOException {
    Duration day = Duration.ofDays(1);
    long now = Tastes.NOW.toEpochMilli();
    InteractionsBuilder ratings = ratings();
    ratings.add("v", "a", 1, now).add("v", "b", 3, now).add("v", "c", 5, now);
    ratings.add("v", "x", 5, now - 2 * day.toMillis());
    UserKnn fading = new UserKnn(10, UserKnnModel.Likeness.PEARSON, 0, 0, day, false);
    assertThat(score(fading, ratings, who(2, 3, 4))).isCloseTo(1.5 / 4, within(1e-5));
  }

  private static double stars(UserKnn trainer, InteractionsBuilder ratings, UserState user)
      throws IOException {
    RatingModel model = (RatingModel) train(trainer, ratings);
    return model.expected(user, Tastes.among()).stars("x");
  }

  @Test
  void predictsTheMeanOfWhatTheLikeGaveBesideTheirMeans() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "alike", 1, 3, 5, 5);
    rate(ratings, "too", 2, 3, 4, 2);
    rate(ratings, "against", 5, 3, 1, 5);
    // Both are perfectly correlated: their deviations are 1.5 and -0.75, the user's mean is 3.
    assertThat(stars(PEARSON, ratings, who(2, 3, 4))).isCloseTo(3 + 0.375, within(1e-5));
  }

  @Test
  void onlyTheNearestWhoRatedTheItemPredictStars() throws IOException {
    InteractionsBuilder ratings = aFarAndANearOne();
    rate(ratings, "nearest, who did not", 2, 3, 4, 0);
    UserKnn one = new UserKnn(1, UserKnnModel.Likeness.MSD, 0, 0, null, false);
    // The near one's mean is 2.75.
    assertThat(stars(one, ratings, who(2, 3, 4))).isCloseTo(3 + 2 - 2.75, within(1e-5));
  }

  @Test
  void starsOfTheHistoryDoNotAge() throws IOException {
    Duration day = Duration.ofDays(1);
    UserKnn fading = new UserKnn(10, UserKnnModel.Likeness.PEARSON, 0, 0, day, false);
    List<Event> old =
        who(2, 3, 4).history().stream()
            .map(e -> new Event("me", e.itemId(), e.type(), e.value(), e.time().minus(day)))
            .toList();
    assertThat(stars(fading, aFarAndANearOne(), new UserState("me", old, Map.of())))
        .isEqualTo(stars(fading, aFarAndANearOne(), who(2, 3, 4)));
  }

  @Test
  void olderRatingsWeighLessInThePredictedMean() throws IOException {
    Duration day = Duration.ofDays(1);
    long now = Tastes.NOW.toEpochMilli();
    InteractionsBuilder ratings = ratings();
    for (String user : List.of("v", "w")) {
      ratings.add(user, "a", 1, now).add(user, "b", 3, now).add(user, "c", 5, now);
    }
    ratings.add("v", "x", 5, now).add("w", "x", 1, now - day.toMillis());
    UserKnn fading = new UserKnn(10, UserKnnModel.Likeness.PEARSON, 0, 0, day, false);
    // v is 1.5 above a mean of 3.5 and counts 1, w 1.5 below one of 2.5 and counts a half.
    assertThat(stars(fading, ratings, who(2, 3, 4)))
        .isCloseTo(3 + (1.5 - 0.5 * 1.5) / 1.5, within(1e-5));
  }

  @Test
  void predictsTheMeanOfWhatTheLikeGaveBesideTheBaseline() throws IOException {
    UserKnn trainer = new UserKnn(10, UserKnnModel.Likeness.MSD, 0, 0, null, true);
    Baseline averages = Baselines.fit("userknn", aFarAndANearOne().build());
    double far = 1 / (1 + (1 + 0 + 1) / 3.0);
    double near = 1;
    double theirs = 5 - expected(averages, Map.of("a", 1.0, "b", 3.0, "c", 5.0, "x", 5.0));
    double other = 2 - expected(averages, Map.of("a", 2.0, "b", 3.0, "c", 4.0, "x", 2.0));
    double above = (far * theirs + near * other) / (far + near);
    assertThat(stars(trainer, aFarAndANearOne(), who(2, 3, 4)))
        .isCloseTo(expected(averages, Map.of("a", 2.0, "b", 3.0, "c", 4.0)) + above, within(1e-5));
  }

  private static InteractionsBuilder aFarAndANearOne() {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "far", 1, 3, 5, 5);
    rate(ratings, "near", 2, 3, 4, 2);
    return ratings;
  }

  /** What the averages expect of the item x. */
  private static double expected(Baseline averages, Map<String, Double> rated) {
    return averages.scale().mean() + averages.user(rated) + averages.item("x");
  }

  @Test
  void nearStarsAreAlikeByTheirSquaredDifference() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "same", 2, 3, 4, 5);
    rate(ratings, "far", 5, 5, 1, 5);
    UserKnn trainer = new UserKnn(10, UserKnnModel.Likeness.MSD, 0, 0, null, false);
    double far = 1 / (1 + (9 + 4 + 9) / 3.0);
    // Their means are 3.5 and 4.
    assertThat(score(trainer, ratings, who(2, 3, 4))).isCloseTo(1.5 + far, within(1e-5));
  }

  @Test
  void theBaselineAnswersWhereNobodyIsAlike() throws IOException {
    InteractionsBuilder ratings = ratings();
    rate(ratings, "against", 5, 3, 1, 5);
    rate(ratings, "other", 5, 4, 4, 5);
    assertThat(stars(PEARSON, ratings, who(1, 3, 5))).isBetween(1.0, 5.0);
  }

  @Test
  void starsNeedRatings() {
    InteractionsBuilder likes = likes();
    assertThatThrownBy(() -> train(PEARSON, likes))
        .hasMessageContaining("these events are plain feedback");
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("userknn", Map.of("neighbours", "0")))
        .hasMessage("model 'userknn': neighbours must be at least 1, was 0");
    assertThatThrownBy(() -> Trainers.create("userknn", Map.of("similarity", "jaccard")))
        .hasMessageContaining("PEARSON");
    assertThatThrownBy(() -> Trainers.create("userknn", Map.of("baseline", "true")))
        .hasMessageContaining("baseline is for stars: choose similarity pearson or msd");
  }
}
