package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.index.Schema;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Query;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringAnswererTest {
  @Test
  void trap3AConstantScorerHitsAsOftenAsChance() throws IOException {
    Task task = Tasks.random(4000, 210, 5);
    Answerer constant = Answerer.scoring(task, (query, item) -> 1);
    Result result = new Evaluator(Metrics.parse("hr@10")).evaluate("constant", task, constant);
    // Ten of the 210 items are seen, so 200 compete for ten places.
    assertThat(result.metrics().get("hr@10").value()).isCloseTo(10 / 200.0, within(0.014));
  }

  @Test
  void trap3TheRelevantItemGainsNothingFromATie() throws IOException {
    Task task = Tasks.random(4000, 210, 6);
    Answerer binary = Answerer.scoring(task, (query, item) -> item.endsWith("7") ? 1 : 0);
    long asked =
        task.queries().stream().filter(q -> q.relevant().toString().contains("7]")).count();
    Result result = new Evaluator(Metrics.parse("hr@10")).evaluate("binary", task, binary);
    // About 20 unseen items end in 7; half of the users who chose one see it among the ten.
    assertThat(result.metrics().get("hr@10").value()).isCloseTo(0.5 * asked / 4000, within(0.012));
  }

  @Test
  void ordersTiesAsTheServingPathDoes() throws IOException {
    Task task = Tasks.random(1, 50, 1);
    Query query = task.queries().getFirst();
    List<String> ranked = Answerer.scoring(task, (q, item) -> 1).rank(query, 40);
    assertThat(ranked).hasSize(40).isSortedAccordingTo(Comparator.comparingLong(Schema::tie));
    assertThat(Answerer.scoring(task, (q, item) -> 1).rank(query, 5))
        .isEqualTo(ranked.subList(0, 5));
  }

  @Test
  void ranksByScore() throws IOException {
    Task task = Tasks.random(1, 50, 1);
    List<String> ranked =
        Answerer.scoring(task, (q, item) -> Integer.parseInt(item.substring(1)))
            .rank(task.queries().getFirst(), 7);
    assertThat(ranked)
        .hasSize(7)
        .isSortedAccordingTo(Comparator.comparingInt(item -> -Integer.parseInt(item.substring(1))));
  }

  @Test
  void trap5SeenItemsAreLeftOutUnlessTheyAreKept() throws IOException {
    assertThat(all(Tasks.small(), 0)).containsExactlyInAnyOrder("b", "c", "d");
    assertThat(all(Tasks.small(Seen.KEPT), 0)).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void givenCandidatesAreRankedWhetherSeenOrNot() throws IOException {
    Task task = Tasks.sampled(Map.of("u", List.of("a", "d")));
    assertThat(all(task, 0)).containsExactlyInAnyOrder("a", "d", "b");
  }

  private static List<String> all(Task task, int query) throws IOException {
    return Answerer.scoring(task, (q, item) -> 1).rank(task.queries().get(query), 10);
  }
}
