package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Interactions;
import dev.kindred.data.InteractionsBuilder;
import dev.kindred.data.Repeats;
import dev.kindred.tools.evaluate.metric.CatalogueStats;
import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Seen;
import dev.kindred.tools.evaluate.task.Split;
import dev.kindred.tools.evaluate.task.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide's code runs, and the guide names everything there is. */
class EvaluationGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "guide", "evaluation.md");
  private static final Path SOURCE =
      Path.of("src/test/java/dev/kindred/tools/evaluate/EvaluationGuideTest.java");

  @Test
  void theExampleRuns() throws IOException {
    Interactions log = log();
    CatalogueStats counts = CatalogueStats.of(log);
    // guide
    Task task = Split.standard().tasks(log, Seen.FILTERED).getFirst();
    Answerer popular = Answerer.scoring(task, (query, item) -> counts.popularity(item));
    Answerer constant = Answerer.scoring(task, (query, item) -> 1);

    List<Metric> metrics = Metrics.parse("ndcg@10,coverage@10");
    Evaluator evaluator = new Evaluator(metrics).threads(2);
    Run run = evaluator.answer("popularity", task, popular);
    Run baseline = evaluator.answer("constant", task, constant);

    Result result = evaluator.measure(task, run);
    Comparison comparison = evaluator.compare(metrics.getFirst(), task, run, baseline);
    String text = new Report(List.of(task), List.of(result), List.of(comparison)).text();
    // end
    assertThat(text).contains("popularity", "constant: ndcg@10", "time:0.9 leaks nothing");
  }

  @Test
  void theGuideShowsTheCodeThatRuns() throws IOException {
    String source = Files.readString(SOURCE);
    int from = source.indexOf("// guide\n") + "// guide\n".length();
    String shown = source.substring(from, source.indexOf("\n    // end")).stripIndent();
    assertThat(Files.readString(GUIDE)).contains("```java\n" + shown + "\n```");
  }

  @Test
  void theGuideNamesEveryMetricAndSplit() throws IOException {
    String guide = Files.readString(GUIDE);
    assertThat(Metrics.names()).allMatch(name -> guide.contains("| `" + name + "` |"));
    for (String split :
        List.of(
            "time:0.9", "leave-one-out", "leave-last:5", "random:0.8", "users:0.8", "folds:5")) {
      assertThat(guide).contains("| `" + split + "`");
      assertThat(Split.parse(split, 1).name()).isEqualTo(split);
    }
  }

  private static Interactions log() {
    InteractionsBuilder log = new InteractionsBuilder(false, Repeats.ALL);
    for (int i = 0; i < 400; i++) {
      int item = (i * 37 % 101) * (i * 53 % 97) / 400;
      log.add("u" + i % 20, "i" + item, 1, 1_704_067_200_000L + i);
    }
    return log.build();
  }
}
