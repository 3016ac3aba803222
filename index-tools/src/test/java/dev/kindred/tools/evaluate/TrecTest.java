package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Published;
import dev.kindred.tools.evaluate.task.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrecTest {
  private static final Task TASK = Tasks.small();

  @Test
  void writesARun() throws IOException {
    requireARun();
  }

  private static void requireARun() throws IOException {
    Run run = new Run("als", List.of(List.of("c", "b", "d"), List.of("a")), 0);
    StringBuilder out = new StringBuilder();
    Trec.writeRun(TASK, run, out);
    assertThat(out)
        .hasToString(
            """
            u Q0 c 1 3 als
            u Q0 b 2 2 als
            u Q0 d 3 1 als
            v Q0 a 1 1 als
            """);
  }

  @Test
  void writesQrels() throws IOException {
    StringBuilder out = new StringBuilder();
    Trec.writeQrels(TASK, out);
    assertThat(out)
        .hasToString(
            """
            u 0 b 1
            v 0 c 1
            v 0 d 1
            """);
  }

  @Test
  void whatIsWrittenIsReadAndMeasuredAlike() throws IOException {
    Task task = Tasks.random(200, 60, 4);
    Evaluator evaluator = new Evaluator(Metrics.parse("ndcg@10,map@10"));
    Run run =
        evaluator.answer(
            "x", task, Answerer.scoring(task, (q, item) -> (q.userId() + item).hashCode()));
    StringBuilder answers = new StringBuilder();
    StringBuilder relevant = new StringBuilder();
    Trec.writeRun(task, run, answers);
    Trec.writeQrels(task, relevant);
    Task again = new Published("random", task.train(), Trec.readQrels(reader(relevant))).task();
    Run read = Trec.readRun(again, "x", reader(answers));
    assertThat(read.answers()).isEqualTo(run.answers());
    assertThat(evaluator.measure(again, read).metrics())
        .isEqualTo(evaluator.measure(task, run).metrics());
  }

  @Test
  void readsTheOrderFromTheScoresAsTrecEvalDoes() throws IOException {
    Run run =
        Trec.readRun(
            TASK,
            "x",
            reader(
                """
                u Q0 b 1 0.5 x
                u Q0 c 2 1e1 x
                u Q0 d 3 0.5 x
                stranger Q0 d 1 9 x
                """));
    assertThat(run.answers()).containsExactly(List.of("c", "d", "b"), List.of());
  }

  @Test
  void leavesOutWhatIsJudgedNotRelevant() throws IOException {
    assertThat(Trec.readQrels(reader("u 0 a 0\nu 0 b 2\n")))
        .isEqualTo(Map.of("u", java.util.Set.of("b")));
  }

  @Test
  void namesALineThatIsNotOfTheForm() {
    assertThatIOException()
        .isThrownBy(() -> Trec.readRun(TASK, "x", reader("u Q0 b 1 0.5 x\nu b 1\n")))
        .withMessage("line 2 is \"u b 1\", expected \"user Q0 item rank score tag\"");
    assertThatIOException()
        .isThrownBy(() -> Trec.readQrels(reader("u 0 a yes\n")))
        .withMessage("line 1 is \"u 0 a yes\", expected \"user 0 item relevance\"");
    assertThatIOException().isThrownBy(() -> Trec.readQrels(reader("u 0 a 1.2.3\n")));
  }

  @Test
  void theDefaultLocaleChangesNothing() throws IOException {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      requireARun();
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesAnIdThatWouldBreakTheColumns() {
    Run run = new Run("my model", List.of(List.of("c"), List.of()), 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trec.writeRun(TASK, run, new StringBuilder()))
        .withMessageContaining("\"my model\" cannot be written");
  }

  private static BufferedReader reader(CharSequence text) {
    return new BufferedReader(new StringReader(text.toString()));
  }
}
