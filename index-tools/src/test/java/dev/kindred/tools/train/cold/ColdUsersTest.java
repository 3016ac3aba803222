package dev.kindred.tools.train.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Dataset;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.model.cold.ColdUsersModel;
import dev.kindred.tools.train.Progress;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.TrainerContract;
import dev.kindred.tools.train.registry.Trainers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColdUsersTest extends TrainerContract {
  private static final int ITEMS = 40;

  @Override
  protected String name() {
    return "coldusers";
  }

  @Override
  protected boolean personal() {
    return false;
  }

  /** The young like even items, the old odd ones; a nickname says nothing and is one's own. */
  private static Dataset crowd() {
    SplittableRandom random = new SplittableRandom(3);
    InteractionsBuilder events = new InteractionsBuilder(false, Repeats.LAST);
    Map<String, Map<String, String>> facts = new HashMap<>();
    for (int user = 0; user < 80; user++) {
      for (int n = 0; n < 8; n++) {
        int item = random.nextInt(ITEMS / 2) * 2 + user % 2;
        events.add("u" + user, "i" + item, 1, Tastes.NOW.toEpochMilli() - n);
      }
      facts.put("u" + user, Map.of("age", user % 2 == 0 ? "20" : "60", "nick", "n" + user));
    }
    return new Dataset(events.build(), List.of(), facts);
  }

  private static Run run(String name) {
    return new Run(name, "1", 3, 1, Progress.NONE);
  }

  private static ColdUsersModel train(Model... others) {
    return ((ColdUsers) Trainers.create("coldusers"))
        .train(crowd(), List.of(others), run("coldusers"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"als", "bpr", "autorec"})
  void somebodyWithoutAHistoryGetsWhatTheirKindLikes(String algorithm) {
    Model other = Trainers.create(algorithm, Map.of("factors", "4")).train(crowd(), run(algorithm));
    ColdUsersModel model = train(other);
    for (int old = 0; old < 2; old++) {
      UserState user = new UserState("new", List.of(), Map.of("age", old == 0 ? "20" : "60"));
      Encoding encoding =
          model.complete(other, user, Tastes.among(), new Encoding.None("no history"));
      double own = 0;
      double others = 0;
      for (int i = 0; i < ITEMS; i++) {
        double score = FieldScores.of(other, "i" + i).score(encoding);
        own += i % 2 == old ? score : 0;
        others += i % 2 == old ? 0 : score;
      }
      assertThat(own).isGreaterThan(others);
    }
  }

  @Test
  void whatIsOnesOwnIsNotAFact() {
    Model als = Trainers.create("als", Map.of("factors", "4")).train(crowd(), run("als"));
    UserState user = new UserState("new", List.of(), Map.of("nick", "n7"));
    Encoding.None silent = new Encoding.None("no history");
    assertThat(train(als).complete(als, user, Tastes.among(), silent)).isSameAs(silent);
    assertThat(train(als).manifest().metrics()).containsEntry("model.als_items", 80.0);
  }

  @Test
  void namesParametersOutOfRange() {
    assertThatThrownBy(() -> Trainers.create("coldusers", Map.of("fewest", "0")))
        .hasMessage("model 'coldusers': fewest must be at least 1, was 0");
  }
}
