package dev.kindred.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.benchmarks.report.Page;
import dev.kindred.benchmarks.report.PageOptions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** With ours on both sides, for the others are not on the class path. */
class PeersBenchmarkTest {
  /** Two kinds of users with a kind of items each; the last of their kind is held out. */
  private static Task task() {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    Map<String, List<String>> test = new LinkedHashMap<>();
    Map<String, List<String>> negatives = new LinkedHashMap<>();
    for (int item = 0; item < 40; item++) {
      log.item("i" + item);
    }
    for (int user = 0; user < 40; user++) {
      int kind = user % 2;
      for (int n = 0; n < 20; n++) {
        if (n != user / 2) {
          log.add("u" + user, "i" + (2 * n + kind), 1, n);
        }
      }
      test.put("u" + user, List.of("i" + (2 * (user / 2) + kind)));
      negatives.put(
          "u" + user, IntStream.range(0, 20).mapToObj(n -> "i" + (2 * n + 1 - kind)).toList());
    }
    return new Published("kinds", log.build(), test).negatives(negatives).task();
  }

  private static Contest contest(Contender... contenders) {
    return new Contest(
        "kinds", "Kinds", "About kinds.", new CandidatesExam(), 1, List.of(contenders), List.of());
  }

  private static String play(Contest contest) throws IOException {
    Page page = new Page("Test");
    new PeersBenchmark(PageOptions.sources(), "256m", 2, 1, 3, line -> {})
        .run(contest, contest.contenders(), List.of(task()), page);
    return page.toString();
  }

  @Test
  void contendersTrainInProcessesOfTheirOwnAndAreGraded() throws IOException {
    Contender als = Contender.of(Library.KINDRED, "als", "small", 4, "factors=4 iterations=4");
    String page = play(contest(als, Contender.of(Library.KINDRED, "popularity", "", 1, "")));
    assertThat(page).contains("About kinds.");
    List<String> rows = page.lines().filter(line -> line.contains("| Kindred |")).toList();
    assertThat(rows).as(page).hasSize(2);
    // Items of the other kind are never mistaken for the held-out one.
    assertThat(rows.getFirst()).contains("als, small").contains("1.0000 ± 0.0000");
    assertThat(rows.getLast()).contains("popularity").doesNotContain("1.0000 ± 0.0000");
    assertThat(page).contains("* als, small: `{factors=4, iterations=4}`");
  }

  @Test
  void whoFailsIsNamedWithTheReason() throws IOException {
    Contender wrong = Contender.of(Library.KINDRED, "als", "wrong", 4, "factors=many");
    Contender absent =
        Contender.of(new Library("nowhere", "no.such.Adapter", List.of()), "magic", "", 1, "");
    String page = play(contest(wrong, absent));
    assertThat(page).contains("als, wrong").contains("**Did not run**").contains("many");
    assertThat(page).contains("magic").contains("its process ended");
  }

  @Test
  void everyContestNamesOursFirstAndIsToldApartByItsName() {
    List<Contest> all = Contests.all();
    assertThat(all.stream().map(Contest::name)).doesNotHaveDuplicates();
    assertThat(all).allSatisfy(contest -> assertThat(contest.contenders()).hasSizeGreaterThan(1));
    assertThat(all)
        .allSatisfy(contest -> assertThat(contest.contenders().getFirst().isOurs()).isTrue());
  }

  @Test
  void idsThatTheRatingsDoNotKnowAreAnError() {
    Ordinals ordinals = new Ordinals(task().train());
    assertThatThrownBy(() -> ordinals.add("u1", List.of("i1", "never")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the ratings have no item never");
  }
}
