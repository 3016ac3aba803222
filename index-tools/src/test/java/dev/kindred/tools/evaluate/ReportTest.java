package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
  @Test
  void alignsTheTable() {
    Report report =
        Report.of(Tasks.small(), List.of(result("popularity", 0.1, 6022), result("als", 1, 12)));
    assertThat(report.text())
        .startsWith(
            """
            model              ndcg@10        hr@10  users  train s  evaluate s
            popularity  0.1000 ±0.0050  0.5000 ±NaN  6,022      1.5         2.0
            als         1.0000 ±0.0050  0.5000 ±NaN     12      1.5         2.0

            *""");
  }

  @Test
  void writesTheJsonOfTheInterface() {
    Report report = Report.of(Tasks.small(), List.of(result("als", 0.25, 12)));
    assertThat(report.json())
        .isEqualTo(
            "{\"model\":\"als\",\"metrics\":{\"ndcg@10\":{\"value\":0.25,\"se\":0.005},"
                + "\"hr@10\":{\"value\":0.5,\"se\":null}},\"users\":12,"
                + "\"seconds\":{\"train\":1.5,\"evaluate\":2.0},"
                + "\"params\":{\"factors\":64,\"seeds\":[1,2]}}\n");
  }

  @Test
  void trap1ASampledMetricPrintsAWarning() {
    Task sampled = Tasks.sampled(Map.of("u", List.of("d")));
    assertThat(Report.of(sampled, List.of()).notes().getFirst())
        .startsWith("WARNING: only given candidates were ranked")
        .contains("Krichene and Rendle, KDD 2020");
    assertThat(Report.of(Tasks.small(), List.of()).text()).doesNotContain("WARNING");
  }

  @Test
  void trap2EverySplitSaysWhatItLeaks() {
    for (String split :
        List.of("time:0.9", "leave-one-out", "random:0.5", "users:0.5", "folds:2")) {
      Split parsed = Split.parse(split, 1);
      assertThat(new Report(parsed.tasks(log(), Seen.KEPT), List.of(), List.of()).notes())
          .contains(parsed.name() + " " + parsed.leaks());
    }
    assertThat(Report.of(Tasks.small(), List.of()).text()).contains("small leaks whatever");
  }

  @Test
  void trap3SaysHowTiesAreOrdered() {
    assertThat(Report.of(Tasks.small(), List.of()).text())
        .contains("equal scores are ordered by a hash");
  }

  @Test
  void trap5SaysWhetherSeenItemsAreFiltered() {
    assertThat(Report.of(Tasks.small(), List.of()).text()).contains("seen items are filtered");
    assertThat(Report.of(Tasks.small(Seen.KEPT), List.of()).text()).contains("seen items are kept");
    Task sampled = Tasks.sampled(Map.of("u", List.of("d")));
    assertThat(Report.of(sampled, List.of()).text())
        .contains("given candidates are ranked whether seen or not")
        .doesNotContain("seen items are");
  }

  @Test
  void saysWhatWasNotAskedFor() {
    assertThat(Report.of(Tasks.small(), List.of()).text())
        .contains("2 test pairs name an item without training events");
  }

  @Test
  void saysWhatWasCompared() {
    Comparison comparison =
        new Comparison("hr@10", "als", "popularity", 0.1, 0.01, 0.08, 0.12, 0.001);
    Report report = new Report(List.of(Tasks.small()), List.of(), List.of(comparison));
    assertThat(report.text())
        .contains(
            "als is above popularity: hr@10 +0.1000 ± 0.0100, 95 % interval +0.0800 to +0.1200,"
                + " p = 0.001");
  }

  @Test
  void foldsAreCountedOneByOne() {
    List<Task> folds = Split.parse("folds:2", 1).tasks(log(), Seen.KEPT);
    assertThat(new Report(folds, List.of(), List.of()).notes())
        .contains(
            "fold 1: 4 training events, 4 test pairs", "fold 2: 4 training events, 4 test pairs")
        .anyMatch(note -> note.startsWith("values are means over folds"));
  }

  @Test
  void averagesFolds() {
    Result mean = Result.average(List.of(result("als", 0.2, 10), result("als", 0.4, 20)));
    assertThat(mean.metrics().get("ndcg@10").value()).isEqualTo(0.3, within(1e-12));
    assertThat(mean.metrics().get("ndcg@10").se()).isEqualTo(0.005 / Math.sqrt(2), within(1e-12));
    assertThat(mean.users()).isEqualTo(30);
    assertThat(mean.secondsTrain()).isEqualTo(3);
    assertThat(mean.secondsEvaluate()).isEqualTo(4);
  }

  private static Result result(String model, double value, int users) {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("ndcg@10", new Estimate(value, 0.005));
    metrics.put("hr@10", new Estimate(0.5, Double.NaN));
    Map<String, Object> params = new LinkedHashMap<>();
    params.put("factors", 64);
    params.put("seeds", List.of(1, 2));
    return new Result(model, metrics, users, 0, 2, Map.of()).trained(1.5, params);
  }

  private static dev.kindred.data.Interactions log() {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    for (int i = 0; i < 8; i++) {
      log.add("u" + i % 2, "i" + i, 1, 1_704_067_200_000L + i);
    }
    return log.build();
  }
}
