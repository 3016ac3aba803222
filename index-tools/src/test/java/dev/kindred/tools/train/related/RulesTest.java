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

class RulesTest extends TrainerContract {
  private static final Run RUN = new Run("rules", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "rules";
  }

  @Override
  protected Map<String, String> parameters() {
    return Map.of("steps", "12", "backward", "1", "decay", "0.9");
  }

  private static InteractionsBuilder sequence(
      InteractionsBuilder events, String user, String... of) {
    for (int i = 0; i < of.length; i++) {
      events.add(user, of[i], 1, Tastes.NOW.toEpochMilli() - 1000L * (of.length - 1 - i));
    }
    return events;
  }

  private static InteractionsBuilder events() {
    return new InteractionsBuilder(false, Repeats.ALL);
  }

  private static double score(Rules trainer, InteractionsBuilder events, String item, String... of)
      throws Exception {
    RelatedItems model = trainer.train(new Dataset(events.build(), List.of()), RUN);
    return FieldScores.of(model, item).score(model.encode(Tastes.liking(of), Tastes.among()));
  }

  private static Rules rules(int steps, double backward, double normalization) {
    return new Rules(0, steps, backward, normalization, 10, 0.5, null);
  }

  @Test
  void followersCountByHowManyStepsLaterTheyCame() throws Exception {
    InteractionsBuilder events = sequence(sequence(events(), "u", "a", "b", "c"), "v", "a", "c");
    RelatedItems model = rules(2, 0, 0).train(new Dataset(events.build(), List.of()), RUN);
    var afterA = model.encode(Tastes.liking("a"), Tastes.among());
    assertThat(FieldScores.of(model, "c").score(afterA)).isCloseTo(0.5 + 1, within(1e-5));
    assertThat(FieldScores.of(model, "b").score(afterA)).isCloseTo(1, within(1e-5));
    assertThat(FieldScores.of(model, "a").score(afterA)).isNaN();
  }

  @Test
  void stepsAreTheLongestDistance() throws Exception {
    assertThat(score(rules(1, 0, 0), sequence(events(), "u", "a", "b", "c"), "c", "a")).isNaN();
  }

  @Test
  void whatCameBeforeCountsOnlyWhenAsked() throws Exception {
    assertThat(score(rules(2, 0, 0), sequence(events(), "u", "a", "b"), "a", "b")).isNaN();
    assertThat(score(rules(2, 0.25, 0), sequence(events(), "u", "a", "b"), "a", "b"))
        .isCloseTo(0.25, within(1e-5));
  }

  @Test
  void theLatestItemSpeaksLoudest() throws Exception {
    InteractionsBuilder events = sequence(sequence(events(), "u", "a", "x"), "v", "b", "y");
    RelatedItems model = rules(1, 0, 0).train(new Dataset(events.build(), List.of()), RUN);
    var user = model.encode(Tastes.liking("a", "b"), Tastes.among());
    assertThat(FieldScores.of(model, "y").score(user)).isCloseTo(1, within(1e-5));
    assertThat(FieldScores.of(model, "x").score(user)).isCloseTo(0.5, within(1e-5));
    var turned = model.encode(Tastes.liking("b", "a"), Tastes.among());
    assertThat(FieldScores.of(model, "x").score(turned)).isCloseTo(1, within(1e-5));
  }

  @Test
  void onlyTheLatestItemsSpeak() throws Exception {
    Rules last = new Rules(0, 1, 0, 0, 1, 1, null);
    InteractionsBuilder events = sequence(sequence(events(), "u", "a", "x"), "v", "b", "y");
    assertThat(score(last, events, "x", "a", "b")).isNaN();
    assertThat(Rules.DEFAULT.length()).isGreaterThan(1);
  }

  @Test
  void normalizationEvensOutFrequentItems() throws Exception {
    InteractionsBuilder events = sequence(sequence(events(), "u", "a", "b"), "v", "a", "c");
    assertThat(score(rules(1, 0, 1), events, "b", "a")).isCloseTo(0.5, within(1e-5));
    InteractionsBuilder again = sequence(sequence(events(), "u", "a", "b"), "v", "a", "c");
    assertThat(score(rules(1, 0, 0.5), again, "b", "a")).isCloseTo(1 / Math.sqrt(2), within(1e-5));
  }

  @Test
  void rulesFadeByTheTimeOfTheFollower() throws Exception {
    Duration day = Duration.ofDays(1);
    long now = Tastes.NOW.toEpochMilli();
    InteractionsBuilder events = events();
    events.add("u", "a", 1, now - 2 * day.toMillis()).add("u", "b", 1, now - day.toMillis());
    events.add("v", "a", 1, now - 1).add("v", "c", 1, now);
    Rules fading = new Rules(0, 1, 0, 0, 10, 1, day);
    RelatedItems model = fading.train(new Dataset(events.build(), List.of()), RUN);
    var afterA = model.encode(Tastes.liking("a"), Tastes.among());
    assertThat(FieldScores.of(model, "c").score(afterA)).isCloseTo(1, within(1e-4));
    assertThat(FieldScores.of(model, "b").score(afterA)).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void dislikesArePassedOver() throws Exception {
    InteractionsBuilder events = events().add("u", "a", 1, 1).add("u", "b", -1, 2);
    events.add("u", "c", 1, 3);
    assertThat(score(rules(1, 0, 0), events, "c", "a")).isCloseTo(1, within(1e-5));
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("rules", Map.of("steps", "0")))
        .hasMessage("model 'rules': steps must be at least 1, was 0");
    assertThatThrownBy(() -> Trainers.create("rules", Map.of("decay", "2")))
        .hasMessage("model 'rules': decay must be 0 to 1, was 2");
  }
}
