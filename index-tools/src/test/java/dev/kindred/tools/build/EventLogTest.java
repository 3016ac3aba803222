package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Interactions;
import dev.kindred.data.Repeats;
import dev.kindred.data.UserState;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The matrix for trainers and the histories for serving, from the same events. */
class EventLogTest {
  private static final EventRules WEIGHTED =
      new EventRules(
          EventColumns.COMMON,
          new EventWeights(Map.of("view", 0.2, "purchase", 1.0, "impression", 0.0)),
          Optional.empty(),
          Optional.empty());

  private final EventLog log = new EventLog();

  private static List<Float> values(Interactions matrix, int user) {
    List<Float> values = new ArrayList<>();
    for (int p = matrix.from(user); p < matrix.to(user); p++) {
      values.add(matrix.value(p));
    }
    return values;
  }

  @Test
  void ratingsStayRatingsAndTheNewestStands() {
    log.add("u", "a", Event.RATING, 2, 10);
    log.add("u", "a", Event.RATING, 5, 30);
    log.add("u", "b", Event.RATING, 4, 20);
    log.finish();
    Interactions matrix = log.interactions(EventRules.COMMON);
    assertThat(matrix.explicit()).isTrue();
    assertThat(values(matrix, 0)).containsExactly(4f, 5f);
  }

  @Test
  void otherEventsCountByTheirStrengthAndAddUp() {
    log.add("u", "a", "view", 1, 10);
    log.add("u", "a", "purchase", 2, 20);
    log.add("u", "b", "view", 1, 30);
    log.finish();
    Interactions matrix = log.interactions(WEIGHTED);
    assertThat(matrix.explicit()).isFalse();
    assertThat(values(matrix, 0)).containsExactly(2.2f, 0.2f);
  }

  @Test
  void eventsWithoutWeightAreNotLearnedFromButRemembered() {
    log.add("u", "a", "impression", 1, 10);
    log.add("u", "b", "view", 1, 20);
    log.finish();
    assertThat(log.interactions(WEIGHTED).size()).isOne();
    assertThat(log.user(0, 10).history()).hasSize(2);
  }

  @Test
  void aMixOfRatingsAndViewsIsImplicit() {
    log.add("u", "a", Event.RATING, 5, 10);
    log.add("u", "b", "view", 1, 20);
    log.finish();
    assertThat(log.explicit()).isFalse();
    assertThat(values(log.interactions(EventRules.COMMON), 0)).containsExactly(1f, 1f);
  }

  @Test
  void theRulesMayKeepEveryRepeat() {
    log.add("u", "a", "view", 1, 10);
    log.add("u", "a", "view", 1, 20);
    log.finish();
    EventRules all =
        new EventRules(
            EventColumns.COMMON, EventWeights.EQUAL, Optional.empty(), Optional.of(Repeats.ALL));
    assertThat(log.interactions(all).size()).isEqualTo(2);
    assertThat(log.interactions(EventRules.COMMON).size()).isOne();
  }

  @Test
  void historiesAreInOrderOfTimeThenOfArrival() {
    log.add("u", "late", "view", 1, 30);
    log.add("w", "other", "purchase", 3, 5);
    log.add("u", "first", "view", 1, 20);
    log.add("u", "second", "purchase", 2, 20);
    log.finish();
    UserState user = log.user(0, 10);
    assertThat(user.id()).isEqualTo("u");
    assertThat(user.history()).extracting(Event::itemId).containsExactly("first", "second", "late");
    assertThat(user.history().get(1))
        .isEqualTo(new Event("u", "second", "purchase", 2, Instant.ofEpochMilli(20)));
    assertThat(log.user(0, 2).history())
        .extracting(Event::itemId)
        .containsExactly("second", "late");
  }

  @Test
  void growsAndKeepsUsersApart() {
    for (int i = 0; i < 5000; i++) {
      log.add("u" + i % 7, "i" + i % 11, "view", i, i);
    }
    log.finish();
    assertThat(log.size()).isEqualTo(5000);
    assertThat(log.users().size()).isEqualTo(7);
    assertThat(log.items().size()).isEqualTo(11);
    List<UserState> users = new ArrayList<>();
    log.histories(10_000, Map.of()).forEachRemaining(users::add);
    assertThat(users).extracting(UserState::id).containsExactlyElementsOf(log.users().ids());
    assertThat(users.stream().mapToInt(user -> user.history().size()).sum()).isEqualTo(5000);
    for (UserState user : users) {
      assertThat(user.history()).allMatch(event -> event.userId().equals(user.id()));
      assertThat(user.history()).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
    }
  }

  @Test
  void anEmptyLogIsEmpty() {
    log.finish();
    assertThat(log.newest()).isEqualTo(Instant.EPOCH);
    assertThat(log.explicit()).isFalse();
    assertThat(log.interactions(EventRules.COMMON).size()).isZero();
    assertThat(log.histories(1, Map.of()).hasNext()).isFalse();
  }

  @Test
  void whatIsDeclaredOfUsersComesAlong() {
    log.add("u1", "i", "view", 1, 1);
    log.finish();
    List<UserState> users = new ArrayList<>();
    log.histories(9, Map.of("u1", Map.of("age", "20"), "u2", Map.of("age", "30")))
        .forEachRemaining(users::add);
    assertThat(users)
        .containsExactly(
            new UserState("u1", log.user(0, 9).history(), Map.of("age", "20")),
            new UserState("u2", List.of(), Map.of("age", "30")));
  }

  @Test
  void knowsItsNewestTimeAndTellsEveryEvent() {
    log.add("u", "a", "view", 1, 10);
    log.add("u", "b", "view", 1, 99);
    log.add("w", "a", "view", 1, 50);
    log.finish();
    assertThat(log.newest()).isEqualTo(Instant.ofEpochMilli(99));
    List<String> told = new ArrayList<>();
    log.forEach((item, time) -> told.add(log.items().id(item) + "@" + time));
    assertThat(told).containsExactly("a@10", "b@99", "a@50");
  }
}
