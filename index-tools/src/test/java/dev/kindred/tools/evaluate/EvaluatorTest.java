package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.metric.Bootstrap;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.metric.ItemSimilarity;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EvaluatorTest {
  private static final List<Metric> ALL =
      Metrics.parse("ndcg@10,recall@5,hr@10,mrr@10,map@10,precision@3,coverage@5,gini@5,novelty@5");

  @Test
  void measuresWhatIsAnswered() throws IOException {
    Answerer fixed = (query, k) -> query.userId().equals("u") ? List.of("b") : List.of("a", "c");
    Result result =
        new Evaluator(Metrics.parse("hr@1,recall@2,coverage@2"))
            .evaluate("x", Tasks.small(), fixed);
    assertThat(result.model()).isEqualTo("x");
    assertThat(result.users()).isEqualTo(2);
    assertThat(result.metrics().keySet()).containsExactly("hr@1", "recall@2", "coverage@2");
    assertThat(result.metrics().get("hr@1").value()).isEqualTo(0.5);
    assertThat(result.metrics().get("hr@1").se()).isEqualTo(0.5, within(1e-12));
    assertThat(result.metrics().get("recall@2").value()).isEqualTo(0.75);
    assertThat(result.metrics().get("coverage@2").value()).isEqualTo(0.75);
  }

  @Test
  void theNumberOfThreadsChangesNothing() throws IOException {
    Task task = Tasks.random(500, 100, 3);
    Answerer answerer = Answerer.scoring(task, (query, item) -> (query.userId() + item).hashCode());
    Map<String, Estimate> alone = new Evaluator(ALL).evaluate("x", task, answerer).metrics();
    for (int threads : new int[] {2, 7}) {
      Evaluator together = new Evaluator(ALL).threads(threads);
      assertThat(together.evaluate("x", task, answerer).metrics()).isEqualTo(alone);
    }
  }

  @Test
  void asksToTheDepthOfTheDeepestMetric() throws IOException {
    List<Integer> depths = Collections.synchronizedList(new ArrayList<>());
    Answerer answerer =
        (query, k) -> {
          depths.add(k);
          return List.of();
        };
    new Evaluator(Metrics.parse("hr@3,ndcg@12")).evaluate("x", Tasks.small(), answerer);
    assertThat(depths).containsExactly(12, 12);
  }

  @Test
  void tellsHowFarItIs() throws IOException {
    List<Integer> heard = new ArrayList<>();
    Evaluator evaluator =
        new Evaluator(Metrics.parse("hr@1"))
            .threads(3)
            .progress(
                (done, total) -> {
                  assertThat(total).isEqualTo(100);
                  heard.add(done);
                });
    evaluator.evaluate("x", Tasks.random(100, 50, 1), (query, k) -> List.of());
    assertThat(heard).isSorted().endsWith(100).doesNotHaveDuplicates();
  }

  @Test
  void intraListDiversityTakesTheGivenSimilarity() throws IOException {
    Map<String, Set<String>> words = Map.of("c", Set.of("x"), "d", Set.of("x", "y"));
    Evaluator evaluator =
        new Evaluator(Metrics.parse("ild@2"))
            .similarity(ItemSimilarity.jaccard(item -> words.getOrDefault(item, Set.of())));
    Result result = evaluator.evaluate("x", Tasks.small(), (query, k) -> List.of("c", "d"));
    assertThat(result.metrics().get("ild@2").value()).isEqualTo(0.5);
  }

  @Test
  void anotherSeedGivesAnotherErrorOfCoverage() throws IOException {
    Task task = Tasks.random(50, 100, 3);
    Evaluator evaluator = new Evaluator(Metrics.parse("coverage@5"));
    Answerer answerer = Answerer.scoring(task, (query, item) -> (query.userId() + item).hashCode());
    Run run = evaluator.answer("x", task, answerer);
    Estimate first = evaluator.measure(task, run).metrics().get("coverage@5");
    Estimate second =
        evaluator.bootstrap(new Bootstrap(1000, 7)).measure(task, run).metrics().get("coverage@5");
    assertThat(second.value()).isEqualTo(first.value());
    assertThat(second.se())
        .isNotEqualTo(first.se())
        .isCloseTo(first.se(), within(0.2 * first.se()));
  }

  @Test
  void aFailureOfTheAnswererIsPassedOn() {
    Evaluator evaluator = new Evaluator(Metrics.parse("hr@1")).threads(2);
    IOException broken = new IOException("disk");
    assertThatThrownBy(
            () ->
                evaluator.evaluate(
                    "x",
                    Tasks.random(500, 50, 1),
                    (query, k) -> {
                      throw broken;
                    }))
        .isSameAs(broken);
  }

  /** Whoever still answers when one has failed ends with the batch at hand. */
  @Test
  void aFailureStopsTheOthers() {
    Task task = Tasks.random(500, 100, 3);
    AtomicReference<Thread> failed = new AtomicReference<>();
    AtomicInteger asked = new AtomicInteger();
    Answerer answerer =
        (query, k) -> {
          asked.incrementAndGet();
          if (failed.compareAndSet(null, Thread.currentThread())) {
            throw new IOException("no index");
          }
          while (failed.get().getState() != Thread.State.WAITING && failed.get().isAlive()) {
            Thread.onSpinWait();
          }
          return List.of();
        };
    assertThatThrownBy(() -> new Evaluator(ALL).threads(2).evaluate("x", task, answerer))
        .hasMessage("no index");
    assertThat(asked.get()).isLessThanOrEqualTo(33).isLessThan(task.queries().size());
  }

  @Test
  void aDuplicateIsRefused() {
    refuses(Tasks.small(), List.of("c", "c"), "model x answered user u with item c twice");
  }

  @Test
  void trap5ASeenItemIsRefusedWhenSeenItemsAreFiltered() {
    refuses(Tasks.small(), List.of("a"), "with item a, which the user has seen");
  }

  @Test
  void tooLongAnAnswerIsRefused() {
    refuses(Tasks.small(), List.of("b", "c", "d"), "with 3 items, when asked for 2");
  }

  @Test
  void anItemThatIsNoCandidateIsRefused() {
    Task task = Tasks.sampled(Map.of("u", List.of("d")));
    refuses(task, List.of("c"), "with items that are not candidates: [c]");
  }

  private static void refuses(Task task, List<String> answer, String message) {
    assertThatIllegalStateException()
        .isThrownBy(
            () -> new Evaluator(Metrics.parse("hr@2")).evaluate("x", task, (query, k) -> answer))
        .withMessageContaining(message);
  }

  @Test
  void aRunOfAnotherTaskIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Evaluator(ALL).measure(Tasks.small(), new Run("x", List.of(List.of()), 0)))
        .withMessageContaining("belongs to another task");
  }

  @Test
  void needsAMetricAndAThread() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Evaluator(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Evaluator(ALL).threads(0));
  }
}
