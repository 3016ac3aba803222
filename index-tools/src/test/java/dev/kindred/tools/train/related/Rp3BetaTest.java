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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Rp3BetaTest extends TrainerContract {
  private static final Run RUN = new Run("rp3beta", "1", 1, 2, Progress.NONE);

  @Override
  protected String name() {
    return "rp3beta";
  }

  /** u likes a and b; v likes a, b and c; w likes a. */
  private static Dataset abc() {
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    events.add("u", "a", 1, 0).add("u", "b", 1, 0);
    events.add("v", "a", 1, 0).add("v", "b", 1, 0).add("v", "c", 1, 0);
    events.add("w", "a", 1, 0).add("w", "c", -1, 0);
    return new Dataset(events.build(), List.of());
  }

  private static double score(Rp3Beta trainer, String item, String liked) throws Exception {
    RelatedItems model = trainer.train(abc(), RUN);
    return FieldScores.of(model, item).score(model.encode(Tastes.liking(liked), Tastes.among()));
  }

  @Test
  void walksFromTheLikedItemToTheCandidate() throws Exception {
    Rp3Beta plain = new Rp3Beta(0, 1, 0, Side.HISTORY, null);
    // From b to either user with ½, on to a with ½ or ⅓.
    assertThat(score(plain, "a", "b")).isCloseTo(0.5 / 2 + 0.5 / 3, within(1e-5));
    // From a to u or v with ⅓ each, on to b with ½ or ⅓.
    assertThat(score(plain, "b", "a")).isCloseTo(1 / 6.0 + 1 / 9.0, within(1e-5));
  }

  @Test
  void alphaIsThePowerOfEachStepAndBetaThatOfPopularity() throws Exception {
    Rp3Beta root = new Rp3Beta(0, 0.5, 0, Side.HISTORY, null);
    assertThat(score(root, "c", "b")).isCloseTo(Math.sqrt(1 / 6.0), within(1e-5));
    Rp3Beta held = new Rp3Beta(0, 1, 1, Side.HISTORY, null);
    assertThat(score(held, "a", "b")).isCloseTo((0.5 / 2 + 0.5 / 3) / 3, within(1e-5));
  }

  @Test
  void dislikesAreNotWalked() throws Exception {
    // Had w's dislike of c been a step, a would lead to c by two users.
    assertThat(score(new Rp3Beta(0, 1, 0, Side.HISTORY, null), "c", "a"))
        .isCloseTo(1 / 9.0, within(1e-5));
  }

  @Test
  void eitherSideScoresAPairAlike() throws Exception {
    Rp3Beta history = new Rp3Beta(0, 0.7, 0.4, Side.HISTORY, null);
    Rp3Beta candidate = new Rp3Beta(0, 0.7, 0.4, Side.CANDIDATE, null);
    for (String item : List.of("a", "b", "c")) {
      for (String liked : List.of("a", "b", "c")) {
        if (!item.equals(liked)) {
          assertThat(score(candidate, item, liked))
              .isCloseTo(score(history, item, liked), within(1e-5));
        }
      }
    }
  }

  @Test
  void keepsTheNeighboursOfTheSideItIsTold() throws Exception {
    assertThat(score(new Rp3Beta(1, 1, 0, Side.HISTORY, null), "c", "a")).isNaN();
    assertThat(score(new Rp3Beta(1, 1, 0, Side.CANDIDATE, null), "c", "a")).isNaN();
    assertThat(score(new Rp3Beta(1, 1, 0, Side.CANDIDATE, null), "c", "b")).isPositive();
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("rp3beta", Map.of("alpha", "0")))
        .hasMessage("model 'rp3beta': alpha must be above 0, was 0");
    assertThatThrownBy(() -> Trainers.create("rp3beta", Map.of("beta", "3")))
        .hasMessage("model 'rp3beta': beta must be 0 to 2, was 3");
  }
}
