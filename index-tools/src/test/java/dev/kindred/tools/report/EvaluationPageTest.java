package dev.kindred.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.evaluate.Report;
import dev.kindred.tools.evaluate.Result;
import dev.kindred.tools.evaluate.Run;
import dev.kindred.tools.evaluate.metric.Estimate;
import dev.kindred.tools.evaluate.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class EvaluationPageTest {
  private static final Instant WHEN = Instant.parse("2026-11-26T03:00:00Z");

  private static Result result(String model, double ndcg, double se) {
    Map<String, Estimate> metrics = new LinkedHashMap<>();
    metrics.put("ndcg@10", new Estimate(ndcg, se));
    metrics.put("coverage@10", new Estimate(0.5, Double.NaN));
    return new Result(model, metrics, 20, 1.5, 2, Map.of("factors", 64));
  }

  private static String html(String... models) {
    Task task = ExposureTest.task();
    Exposure exposure = new Exposure();
    List<Result> results = new ArrayList<>();
    for (String model : models) {
      results.add(result(model, 0.1 + 0.05 * results.size(), 0.01));
      List<List<String>> answers = task.queries().stream().map(q -> List.of("i0", "i3")).toList();
      exposure.take(task, new Run(model, answers, 1));
    }
    return new EvaluationPage(Report.of(task, results), exposure, "kindred evaluate", WHEN).html();
  }

  @Test
  void isOneFileThatNeedsNothingElse() throws Exception {
    String html = html("popularity", "als");
    Pages.requireWhole(html);
    assertThat(Pages.parse(html).getElementsByTagName("svg").getLength()).isEqualTo(4);
  }

  @Test
  void theTableHasIntervals() throws Exception {
    Document page = Pages.parse(html("popularity", "als"));
    assertThat(page.getElementsByTagName("table").getLength()).isOne();
    String table = page.getElementsByTagName("table").item(0).getTextContent();
    assertThat(table).contains("ndcg@10", "0.1000", "0.0804 to 0.1196", "0.1500", "0.5000");
    assertThat(table).doesNotContain("NaN");
  }

  @Test
  void sectionsTellWhatTheyShow() throws Exception {
    String text = Pages.parse(html("popularity", "als")).getDocumentElement().getTextContent();
    assertThat(text)
        .contains(
            "Accuracy and diversity",
            "Popularity bias",
            "training events",
            "About the numbers",
            "± is one standard error",
            "{factors=64}",
            "2026-11-26T03:00:00Z",
            "kindred evaluate");
  }

  @Test
  void moreModelsThanAChartHoldsTakeSeveral() throws Exception {
    String[] models = {"a", "b", "c", "d", "e", "f", "g", "h", "i"};
    assertThat(Pages.parse(html(models)).getElementsByTagName("svg").getLength()).isEqualTo(5);
  }

  @Test
  void namesAreText() throws Exception {
    String html = html("<script>alert(1)</script>");
    assertThat(html).doesNotContain("<script>");
    assertThat(Pages.parse(html).getElementsByTagName("table").item(0).getTextContent())
        .contains("<script>alert(1)</script>");
  }

  @Test
  void equalResultsMakeAnEqualFile() {
    assertThat(html("als", "ease")).isEqualTo(html("als", "ease"));
  }
}
