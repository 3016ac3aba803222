package dev.kindred.benchmarks.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.benchmarks.report.Machine;
import dev.kindred.benchmarks.report.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergedSectionTest {
  private static final MergedSection ROW = new MergedSection(List.of("first", "second", "third"));

  private static Page page(String commit) {
    Machine machine = new Machine("a processor", 1, "a JVM", "scalar", commit);
    return new Page(null)
        .origin("./kindred bench of " + commit, machine)
        .table("model", "metric", "ours");
  }

  private static final String WHOLE =
      page("old")
          .row("first", "hr@10", "0.1")
          .row("first", "ndcg@10", "0.2")
          .row("third", "hr@10", "0.3")
          .paragraph("Parameters:")
          .paragraph("* first: `{a=1}`")
          .paragraph("* third: `{a=3}`")
          .paragraph("* seen items are filtered")
          .paragraph("A remark of ours.")
          .toString();

  private static String measured(String model, String value) {
    return page("new")
        .row(model, "hr@10", value)
        .paragraph("Parameters:")
        .paragraph("* " + model + ": `{a=9}`")
        .paragraph("* seen items are filtered")
        .toString();
  }

  @Test
  void aModelMeasuredAgainReplacesItsLinesAndParameters() {
    assertThat(ROW.merge(WHOLE, measured("first", "0.9")))
        .contains("| first | hr@10 | 0.9 | new |\n| third | hr@10 | 0.3 | old |\n")
        .contains("* first: `{a=9}`", "* third: `{a=3}`", "A remark of ours.")
        .doesNotContain("0.2", "{a=1}")
        .containsOnlyOnce("seen items are filtered");
  }

  @Test
  void aModelMeasuredForTheFirstTimeStandsInTheRowsOrder() {
    assertThat(ROW.merge(WHOLE, measured("second", "0.9")))
        .contains(
            """
            | model | metric | ours | commit |
            | --- | ---: | ---: | ---: |
            | first | hr@10 | 0.1 | old |
            | first | ndcg@10 | 0.2 | old |
            | second | hr@10 | 0.9 | new |
            | third | hr@10 | 0.3 | old |
            """)
        .contains("* second: `{a=9}`");
  }

  @Test
  void whereItWasMeasuredIsThatOfTheLatest() {
    assertThat(ROW.merge(WHOLE, measured("second", "0.9")))
        .contains("./kindred bench of new")
        .doesNotContain("./kindred bench of old");
  }

  @Test
  void mergingTwiceKeepsTheCommitOfEachLine() {
    String once = ROW.merge(WHOLE, measured("second", "0.9"));
    String again = measured("third", "0.8").replace("new", "newest");
    assertThat(ROW.merge(once, again))
        .contains("| first | hr@10 | 0.1 | old |")
        .contains("| second | hr@10 | 0.9 | new |\n| third | hr@10 | 0.8 | newest |\n")
        .containsOnlyOnce("| ours | commit |");
  }
}
