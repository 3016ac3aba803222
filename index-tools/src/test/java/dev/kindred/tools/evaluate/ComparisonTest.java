package dev.kindred.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.tools.evaluate.metric.Metric;
import dev.kindred.tools.evaluate.metric.Metrics;
import dev.kindred.tools.evaluate.task.Task;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final Task TASK = Tasks.random(600, 100, 9);
  private static final Metric HR = Metrics.parse("hr@1").getFirst();

  @Test
  void aRunTiesWithItself() {
    Comparison same = compare(hits("a", 0.5, 1), hits("b", 0.5, 1));
    assertThat(same.difference()).isZero();
    assertThat(same.tie()).isTrue();
    assertThat(same.p()).isEqualTo(1);
    assertThat(same.toString()).startsWith("a ties with b: hr@1 +0.0000");
  }

  @Test
  void trap9ADifferenceUnderTwoStandardErrorsIsATie() {
    Comparison close = compare(hits("a", 0.50, 1), hits("b", 0.505, 2));
    assertThat(Math.abs(close.difference())).isLessThan(2 * close.se());
    assertThat(close.tie()).isTrue();
    assertThat(close.p()).isGreaterThan(0.045);
  }

  @Test
  void aLargeDifferenceIsFoundWithItsInterval() {
    Comparison far = compare(hits("a", 0.7, 1), hits("b", 0.4, 2));
    assertThat(far.tie()).isFalse();
    assertThat(far.p()).isLessThan(0.01);
    assertThat(far.low()).isPositive().isLessThan(far.difference());
    assertThat(far.high()).isGreaterThan(far.difference());
    assertThat(far.high() - far.low()).isCloseTo(2 * 1.96 * far.se(), within(0.4 * far.se()));
    assertThat(far.toString()).startsWith("a is above b: hr@1 +0.").contains("p < 0.001");
    assertThat(compare(hits("b", 0.4, 2), hits("a", 0.7, 1)).toString()).startsWith("b is below a");
  }

  @Test
  void pairsUsersSoThatWhatIsCommonCancels() {
    Run base = hits("base", 0.5, 1);
    // The same answers but for twelve more hits: a sure gain, though the two errors overlap.
    Comparison paired = compare(withMoreHits(base, 12), base);
    double alone = Math.sqrt(2 * 0.25 / 600);
    assertThat(paired.difference()).isCloseTo(12 / 600.0, within(1e-9));
    assertThat(paired.se()).isLessThan(alone / 4);
    assertThat(paired.tie()).isFalse();
  }

  @Test
  void comparesWhatIsNoMeanToo() {
    Metric coverage = Metrics.parse("coverage@1").getFirst();
    Run varied =
        new Run("varied", TASK.queries().stream().map(q -> List.copyOf(q.relevant())).toList(), 0);
    Run narrow = new Run("narrow", TASK.queries().stream().map(q -> List.of("i1")).toList(), 0);
    Comparison comparison =
        new Evaluator(List.of(coverage)).compare(coverage, TASK, varied, narrow);
    assertThat(comparison.difference()).isGreaterThan(0.9);
    assertThat(comparison.tie()).isFalse();
  }

  private static Comparison compare(Run run, Run baseline) {
    return new Evaluator(List.of(HR)).compare(HR, TASK, run, baseline);
  }

  /** A run that hits with this chance. */
  private static Run hits(String model, double chance, long seed) {
    Random random = new Random(seed);
    return new Run(
        model,
        TASK.queries().stream()
            .map(q -> random.nextDouble() < chance ? List.copyOf(q.relevant()) : List.<String>of())
            .toList(),
        0);
  }

  private static Run withMoreHits(Run run, int more) {
    int[] misses =
        IntStream.range(0, run.answers().size())
            .filter(i -> run.answers().get(i).isEmpty())
            .limit(more)
            .toArray();
    List<List<String>> answers = new java.util.ArrayList<>(run.answers());
    for (int i : misses) {
      answers.set(i, List.copyOf(TASK.queries().get(i).relevant()));
    }
    return new Run("more", answers, 0);
  }
}
