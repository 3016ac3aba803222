package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Recommendations.Scored;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Explanation;
import org.junit.jupiter.api.Test;

class AnswerTextTest {
  private static Scored item(String id, String title, List<Reason> reasons, Explanation why) {
    Map<String, Object> fields = Map.of("title", title, "author", List.of("A", "B"));
    return new Scored(id, 1.5f, fields, Map.of(), 1, reasons, why);
  }

  private static List<String> print(int from, Scored... items) {
    StringWriter out = new StringWriter();
    Recommendations page = new Recommendations(List.of(items), 1234, Map.of());
    new AnswerText(new PrintWriter(out), List.of("title", "author"), Words.forSeeds(List.of()))
        .print(new Answer(page, 2.06, "r"), from);
    return out.toString().lines().toList();
  }

  @Test
  void columnsLineUp() {
    List<String> lines =
        print(0, item("a", "Short", List.of(), null), item("longer", "A title", List.of(), null));
    assertThat(lines)
        .containsExactly(
            "  1  a       Short · A, B     1.5000",
            "  2  longer  A title · A, B   1.5000",
            "2 of 1,234 in 2.1 ms");
  }

  @Test
  void reasonsAndExplanationsStandBelow() {
    Explanation why = Explanation.match(1.5f, "sum of:", Explanation.match(1.5f, "part"));
    Reason reason = new Reason("popularity", List.of(), 1);
    assertThat(print(0, item("a", "T", List.of(reason), why)))
        .contains("     popular (100 %)", "     1.5000  sum of:", "       1.5000  part");
  }

  @Test
  void expectedStarsStandBesideTheScore() {
    assertThat(print(0, item("a", "T", List.of(), null).rated(4.25)).getFirst())
        .isEqualTo("  1  a  T · A, B   1.5000  ★ 4.3");
  }

  @Test
  void ranksGoOnFromThePageBefore() {
    assertThat(print(20, item("a", "T", List.of(), null)).getFirst()).startsWith(" 21  a");
  }

  @Test
  void longTitlesAreCutAndLongIdsAreNot() {
    String id = "i".repeat(60);
    String line = print(0, item(id, "t".repeat(80), List.of(), null)).getFirst();
    assertThat(line).contains(id).contains("t…").doesNotContain("t".repeat(56));
  }

  @Test
  void nothingIsSaidToBeFound() {
    assertThat(print(0)).containsExactly("nothing found");
  }
}
