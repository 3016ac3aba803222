package dev.kindred.tools.ltr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  @TempDir private Path folder;
  private ImpressionLog log;

  @BeforeEach
  void open() {
    log = ImpressionLog.in(folder);
  }

  private void show(String id, String user, Instant time, int from, String... items)
      throws IOException {
    List<Scored> page = new ArrayList<>();
    for (String item : items) {
      Map<String, Double> signals =
          item.equals("silent") ? Map.of() : Map.of("als", (double) item.length(), "text", 0.5);
      page.add(new Scored(item, 1, Map.of(), signals, 1, List.of(), null));
    }
    Request request = Request.user(user).now(time).from(from).profile("home");
    log.shown(id, request, new Recommendations(page, items.length, Map.of()));
  }

  private void click(String request, String user, String item, String type) throws IOException {
    Event event = new Event(user, item, type, 1, NOW);
    log.followed(List.of(new Arrival(event, "e" + item + type, request)));
  }

  private Shown shown() throws IOException {
    return new Shown("home", Grades.COMMON, DAY).read(log);
  }

  @Test
  void gradesWhatWasShownByWhatFollowed() throws IOException {
    show("r1", "ann", NOW, 0, "a", "bb", "silent");
    show("r2", "ann", NOW, 0, "a", "bb");
    click("r1", "ann", "bb", "click");
    click("r1", "ann", "bb", "purchase");
    click("r1", "ann", "bb", "cart");
    Shown shown = shown();
    assertThat(shown.signals()).containsExactly("als", "text");
    Judgments judgments = shown.judgments(List.of("text", "als"));
    assertThat(judgments.requests()).as("nothing was chosen of r2").hasSize(1);
    Judged one = judgments.requests().getFirst();
    assertThat(one.request()).isEqualTo("r1");
    assertThat(one.items()).containsExactly("a", "bb", "silent");
    assertThat(one.grades()).containsExactly(0, 3, 0);
    assertThat(one.values()[1]).containsExactly(0.5, 2);
    assertThat(one.values()[2]).containsExactly(Double.NaN, Double.NaN);
    assertThat(shown.pages()).isEqualTo(2);
    assertThat(shown.matched()).isEqualTo(3);
  }

  @Test
  void pagesOfOneRequestAreOne() throws IOException {
    show("r1", "ann", NOW, 2, "c", "d");
    show("r1", "ann", NOW, 0, "a", "b");
    click("r1", "ann", "d", "click");
    Judged one = shown().judgments(List.of("als")).requests().getFirst();
    assertThat(one.items()).containsExactly("a", "b", "c", "d");
    assertThat(one.grades()).containsExactly(0, 0, 0, 1);
  }

  @Test
  void anEventWithoutRequestBelongsToTheLastPageThatShowedTheItem() throws IOException {
    show("r1", "ann", NOW, 0, "a", "b");
    show("r2", "ann", NOW.plusSeconds(60), 0, "b", "a");
    show("r3", "ann", NOW.plusSeconds(120), 0, "c", "d");
    show("r4", "bob", NOW.plusSeconds(120), 0, "a", "b");
    Shown shown = shown();
    shown.follow(null, "ann", "a", "view", 1, NOW.plusSeconds(300));
    shown.follow("gone", "ann", "c", "view", 1, NOW.plusSeconds(300));
    shown.follow(null, "ann", "e", "view", 1, NOW.plusSeconds(300));
    shown.follow(null, "ann", "d", "view", 1, NOW.plusSeconds(119));
    shown.follow(null, "ann", "d", "view", 1, NOW.plus(DAY).plusSeconds(121));
    shown.follow(null, "", "a", "view", 1, NOW.plusSeconds(300));
    List<Judged> judged = shown.judgments(List.of("als")).requests();
    assertThat(judged).extracting(Judged::request).containsExactly("r2", "r3");
    assertThat(judged.get(0).grades()).containsExactly(0, 1);
    assertThat(judged.get(1).grades()).containsExactly(1, 0);
    assertThat(shown.matched()).isEqualTo(2);
    assertThat(shown.unmatched()).isEqualTo(4);
  }

  @Test
  void otherProfilesDoNotCount() throws IOException {
    Request search = Request.user("ann").now(NOW).profile("search");
    Scored item = new Scored("a", 1, Map.of(), Map.of("bm25", 2.0), 1, List.of(), null);
    log.shown("r1", search, new Recommendations(List.of(item), 1, Map.of()));
    assertThat(shown().pages()).isZero();
    assertThat(shown().judgments(List.of("bm25")).requests()).isEmpty();
  }

  @Test
  void whatFollowedAPageOfAnotherProfileIsNotCountedHere() throws IOException {
    show("r1", "ann", NOW, 0, "a", "b");
    Request search = Request.user("ann").now(NOW).profile("search");
    Scored item = new Scored("a", 1, Map.of(), Map.of("bm25", 2.0), 1, List.of(), null);
    log.shown("r2", search, new Recommendations(List.of(item), 1, Map.of()));
    click("r2", "ann", "a", "purchase");
    Shown shown = shown();
    assertThat(shown.judgments(List.of("als")).requests()).isEmpty();
    assertThat(shown.matched() + shown.unmatched()).isZero();
  }

  @Test
  void rewardsAreNoEvents() throws IOException {
    show("r1", "ann", NOW, 0, "a", "b");
    log.rewarded("r1", "ann", "a", 1, NOW);
    log.rewarded("gone", "ann", "c", 0, NOW);
    assertThat(shown().matched() + shown().unmatched()).isZero();
  }

  @Test
  void starsAreGoodFromFour() {
    assertThat(Grades.COMMON.of("rating", 3.5)).isZero();
    assertThat(Grades.COMMON.of("rating", 4)).isEqualTo(1);
    assertThat(Grades.COMMON.of("view", 0)).isZero();
    assertThat(Grades.COMMON.of("view", 0.2)).isEqualTo(1);
    Grades own = Grades.COMMON.with(Map.of("view", 0, "gift", 7));
    assertThat(own.of("view", 1)).isZero();
    assertThat(own.of("gift", 1)).isEqualTo(7);
    assertThat(own.of("purchase", 1)).isEqualTo(3);
    assertThatThrownBy(() -> Grades.COMMON.with(Map.of("gift", 99)))
        .hasMessageContaining("the grade of gift is 99, expected 0 to 30");
  }
}
