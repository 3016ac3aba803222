package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * Popularity, which needs no training, against values measured by independent code on the same
 * files: what agrees here is the protocol, the metrics and the masking.
 */
class ReferenceScoresTest {
  @Test
  void popularityOnMl1mM1() throws IOException {
    Task task = ReferenceTasks.ml1mM1();
    assertThat(task.queries()).hasSize(6022);
    assertThat(task.train().items().size()).isEqualTo(3043);
    assertThat(task.counts().test()).isEqualTo(99455);
    popularity(task, "recall@20", 0.1160, "ndcg@20", 0.1176);
  }

  @Test
  void popularityOnTheCandidatesOfNcf() throws IOException {
    Task task = ReferenceTasks.ncf();
    assertThat(task.counts().ownNegatives()).isEqualTo(156);
    assertThat(task.sampled()).isTrue();
    // The average over all orders of tied candidates is .45348 and .25427.
    popularity(task, "hr@10", 0.4535, "ndcg@10", 0.2543);
  }

  @Test
  void popularityOnTheCandidatesOfNcfWithTiesAgainstTheModel() throws IOException {
    Task task = ReferenceTasks.ncf();
    CatalogueStats stats = CatalogueStats.of(task.train());
    Answerer pessimist =
        Answerer.scoring(
            task,
            (query, item) -> stats.popularity(item) - (query.relevant().contains(item) ? 0.5 : 0));
    measure(task, pessimist, 6e-5, "hr@10", 0.4531, "ndcg@10", 0.2541);
  }

  @Test
  void popularityOnTheSequencesOfMl1m() throws IOException {
    Task task = ReferenceTasks.lastItem("ml-1m", "ml-1m_sas.txt");
    assertThat(task.train().items().size()).isEqualTo(3416);
    popularity(task, "hr@10", 0.0363, "ndcg@10", 0.0178);
  }

  @Test
  void popularityOnTheSequencesOfBeauty() throws IOException {
    Task task = ReferenceTasks.lastItem("beauty-bert4rec", "beauty.txt");
    assertThat(task.train().items().size()).isEqualTo(54542);
    assertThat(task.counts().unseenItems()).isPositive();
    popularity(task, "hr@10", 0.0088, "ndcg@10", 0.0038);
  }

  @Test
  void gowallaKeepsItsColdPairs() throws IOException {
    Task task = ReferenceTasks.gowalla();
    assertThat(task.train().size()).isEqualTo(810_128);
    assertThat(task.counts().test()).isEqualTo(217_242);
    assertThat(task.queries()).hasSize(29_858);
  }

  @Test
  void trap3AConstantScorerHitsByChanceOnMl1m() throws IOException {
    Task task = ReferenceTasks.ncf();
    Result result =
        new Evaluator(Metrics.parse("hr@10"))
            .threads(2)
            .evaluate("constant", task, Answerer.scoring(task, (query, item) -> 1));
    assertThat(result.metrics().get("hr@10").value()).isCloseTo(0.1, within(0.02));
  }

  private static void popularity(
      Task task, String first, double expected, String second, double alsoExpected)
      throws IOException {
    measure(task, new PopularityAnswerer(task), 3e-4, first, expected, second, alsoExpected);
  }

  private static void measure(
      Task task,
      Answerer answerer,
      double tolerance,
      String first,
      double expected,
      String second,
      double alsoExpected)
      throws IOException {
    Result result =
        new Evaluator(Metrics.parse(first + "," + second))
            .threads(2)
            .evaluate("popularity", task, answerer);
    assertThat(result.metrics().get(first).value())
        .as(first)
        .isCloseTo(expected, within(tolerance));
    assertThat(result.metrics().get(second).value())
        .as(second)
        .isCloseTo(alsoExpected, within(tolerance));
  }
}
