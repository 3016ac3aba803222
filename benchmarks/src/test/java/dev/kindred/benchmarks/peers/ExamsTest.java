package dev.kindred.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.benchmarks.peers.child.Pairs;
import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExamsTest {
  private static Interactions log(boolean explicit, int users, int items, int each) {
    InteractionsBuilder log = new InteractionsBuilder(explicit, Repeats.ALL);
    for (int item = 0; item < items; item++) {
      log.item("i" + item);
    }
    for (int user = 0; user < users; user++) {
      for (int n = 0; n < each; n++) {
        log.add("u" + user, "i" + (user + n) % items, 1 + n % 5, n);
      }
    }
    return log.build();
  }

  @Test
  void candidatesAreRankedByTheScoresOfTheirPairs() throws IOException {
    Task task =
        new Published(
                "small", log(false, 2, 30, 3), Map.of("u0", List.of("i20"), "u1", List.of("i21")))
            .negatives(Map.of("u0", items(5, 18), "u1", items(5, 18)))
            .task();
    Pairs asked = new CandidatesExam().asked(task);
    assertThat(asked.size()).isEqualTo(2 * 14);
    // The first user's item is ahead of all, the second's behind: it has no score.
    double[] scores = new double[asked.size()];
    for (int i = 0; i < scores.length; i++) {
      String item = task.train().items().id(asked.items()[i]);
      scores[i] = item.equals("i20") ? 9 : item.equals("i21") ? Double.NaN : -i;
    }
    Result result = new CandidatesExam().grade(task, scores);
    assertThat(result.metrics().get("hr@10").value()).isEqualTo(0.5);
    assertThat(result.metrics().get("ndcg@10").value()).isEqualTo(0.5);
  }

  private static List<String> items(int from, int to) {
    List<String> items = new ArrayList<>();
    for (int item = from; item < to; item++) {
      items.add("i" + item);
    }
    return items;
  }

  @Test
  void starsAreClampedAndTheUsersMeanStandsForNone() throws IOException {
    Task task =
        new Published("small", log(true, 1, 9, 3), Map.of("u0", List.of("i5", "i6", "i7")))
            .ratings(Map.of("u0", Map.of("i5", 5.0, "i6", 2.0, "i7", 3.0)))
            .task();
    Pairs asked = new StarsExam().asked(task);
    double[] scores = new double[asked.size()];
    for (int i = 0; i < scores.length; i++) {
      // Of ratings 1, 2 and 3 the mean is 2.
      scores[i] =
          switch (task.train().items().id(asked.items()[i])) {
            case "i5" -> 7;
            case "i6" -> Double.NaN;
            default -> 1;
          };
    }
    Result result = new StarsExam().grade(task, scores);
    assertThat(result.metrics().get("rmse").value()).isCloseTo(Math.sqrt(4 / 3.0), within(1e-9));
    assertThat(result.metrics().get("mae").value()).isCloseTo(2 / 3.0, within(1e-9));
  }

  @Test
  void aCarveOutAsksForTheLastItemAmongOnesTheUserDoesNotHave() {
    Task carved = CarveOut.candidates(wholeTask(), 1);
    assertThat(carved.queries()).hasSize(3);
    for (Query query : carved.queries()) {
      int user = Integer.parseInt(query.userId().substring(1));
      assertThat(query.relevant()).containsExactly("i" + (user + 3));
      assertThat(query.candidates()).hasSize(100).doesNotHaveDuplicates();
      assertThat(query.candidates()).doesNotContain("i" + user, "i" + (user + 1));
      assertThat(query.history()).hasSize(3);
    }
    assertThat(carved.train().size()).isEqualTo(9);
  }

  @Test
  void theSeedSaysWhichNegativesAreDrawn() {
    assertThat(candidates(1)).isEqualTo(candidates(1)).isNotEqualTo(candidates(2));
  }

  private static List<List<String>> candidates(long seed) {
    return CarveOut.candidates(wholeTask(), seed).queries().stream()
        .map(Query::candidates)
        .toList();
  }

  private static Task wholeTask() {
    return new Published("whole", log(false, 3, 300, 4), Map.of("u0", List.of("i200"))).task();
  }

  @Test
  void aTenthOfTheStarsIsCarvedOut() {
    Task whole =
        new Published("stars", log(true, 20, 50, 20), Map.of("u0", List.of("i30")))
            .ratings(Map.of("u0", Map.of("i30", 4.0)))
            .task();
    Task carved = CarveOut.stars(whole, 1);
    int held = carved.ratings().stream().mapToInt(query -> query.given().size()).sum();
    assertThat(held).isEqualTo(40);
    assertThat(carved.train().size()).isEqualTo(360);
  }
}
