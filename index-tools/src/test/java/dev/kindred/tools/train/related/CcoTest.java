package dev.kindred.tools.train.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
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
import org.junit.jupiter.api.Test;

class CcoTest extends TrainerContract {
  private static final Run RUN = new Run("cco", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "cco";
  }

  /** Ten users: three with a and b, all with popular, one with a and c, one with c. */
  private static InteractionsBuilder events() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    long now = Tastes.NOW.toEpochMilli();
    for (int user = 0; user < 10; user++) {
      events.add("u" + user, "popular", 1, now);
      if (user < 3) {
        events.add("u" + user, "a", 1, now).add("u" + user, "b", 1, now);
      }
    }
    return events.add("u3", "a", 1, now).add("u3", "c", 1, now).add("u4", "c", 1, now);
  }

  private static double score(Cco trainer, InteractionsBuilder events, String item, String liked)
      throws Exception {
    RelatedItems model = trainer.train(new Dataset(events.build(), List.of()), RUN);
    return FieldScores.of(model, item).score(model.encode(Tastes.liking(liked), Tastes.among()));
  }

  @Test
  void weightsAreTheLikelihoodRatio() throws Exception {
    // 2·Σ O·ln(O/E) over the table 3 1 / 0 6 with E 1.2 2.8 / 1.8 4.2.
    double ratio = 2 * (3 * Math.log(3 / 1.2) + Math.log(1 / 2.8) + 6 * Math.log(6 / 4.2));
    Cco plain = new Cco(10, 0, Cco.Weights.RATIO, null);
    Cco root = new Cco(10, 0, Cco.Weights.ROOT, null);
    Cco equal = new Cco(10, 0, Cco.Weights.EQUAL, null);
    assertThat(score(plain, events(), "a", "b")).isCloseTo(ratio, within(1e-4));
    assertThat(score(root, events(), "a", "b")).isCloseTo(Math.sqrt(ratio), within(1e-4));
    assertThat(score(equal, events(), "a", "b")).isCloseTo(1, within(1e-6));
  }

  @Test
  void whatEverybodyLikesIndicatesNothing() throws Exception {
    assertThat(score(Cco.DEFAULT, events(), "a", "popular")).isNaN();
    assertThat(score(new Cco(10, 0, Cco.Weights.RATIO, null), events(), "a", "popular")).isNaN();
  }

  @Test
  void chanceIndicatesNothing() throws Exception {
    assertThat(score(Cco.DEFAULT, events(), "a", "c")).isNaN();
    assertThat(score(Cco.DEFAULT, events(), "a", "b")).isPositive();
  }

  @Test
  void likingTwiceIsLikingAndDislikingIsNot() throws Exception {
    Cco plain = new Cco(10, 0, Cco.Weights.RATIO, null);
    double once = score(plain, events(), "a", "b");
    InteractionsBuilder more = events().add("u9", "b", -1, Tastes.NOW.toEpochMilli());
    assertThat(score(plain, more, "a", "b")).isEqualTo(once);
    InteractionsBuilder stronger = events().add("u0", "b", 5, Tastes.NOW.toEpochMilli());
    assertThat(score(plain, stronger, "a", "b")).isEqualTo(once);
  }

  @Test
  void whatIsLongAgoCountsLess() throws Exception {
    Cco fading = new Cco(10, 0, Cco.Weights.RATIO, Duration.ofDays(1));
    long old = Tastes.NOW.minus(Duration.ofDays(20)).toEpochMilli();
    InteractionsBuilder events = events().add("u8", "x", 1, old).add("u8", "y", 1, old);
    events.add("u9", "z", 1, Tastes.NOW.toEpochMilli());
    assertThat(score(fading, events, "x", "y")).isLessThan(1);
    InteractionsBuilder same = events().add("u8", "x", 1, old).add("u8", "y", 1, old);
    assertThat(score(new Cco(10, 0, Cco.Weights.RATIO, null), same, "x", "y")).isGreaterThan(5);
  }

  @Test
  void aTableOfIndependentCountsHasNoRatio() {
    assertThat(LikelihoodRatio.of(2, 4, 5, 10)).isCloseTo(0, within(1e-9));
    assertThat(LikelihoodRatio.of(0, 0, 5, 10)).isZero();
    assertThat(LikelihoodRatio.of(5, 5, 5, 10)).isCloseTo(20 * Math.log(2), within(1e-9));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("cco", Map.of("neighbours", "0")))
        .hasMessage("model 'cco': neighbours must be at least 1, was 0");
    assertThatThrownBy(() -> Trainers.create("cco", Map.of("significance", "-1")))
        .hasMessage("model 'cco': significance must be at least 0, was -1");
  }
}
