package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemoCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int demo(String... args) {
    Console console =
        new Console(
            new PrintWriter(out), new PrintWriter(err), false, InstantSource.system(), Map.of());
    return Kindred.run(console, List.of(new DemoCommand()), args);
  }

  private static String folder() {
    return TestShop.folder().toString();
  }

  @Test
  void showsThreeAnswersAndTheirCommands() {
    assertThat(demo("demo", "--once", "--dir", folder())).isZero();
    assertThat(out.toString())
        .contains("670 real books", "180 real films", "300 simulated readers")
        .contains("$ ./kindred search \"vampires in a castle\" --size 5 --index " + folder())
        .contains("$ ./kindred like dracula --size 5")
        .contains("$ ./kindred recommend --user reader-gothic --size 5")
        .contains("Carmilla · Sheridan Le Fanu", "because you liked", "similar words: ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theCommandsItNamesAnswerTheSame() {
    demo("demo", "--once", "--dir", folder());
    String shown = out.toString();
    out.getBuffer().setLength(0);
    demo("like", "dracula", "--size", "5", "--index", folder());
    out.toString()
        .lines()
        .filter(line -> !line.contains(" ms"))
        .forEach(line -> assertThat(shown).contains(line));
  }

  @Test
  void jsonHoldsThreeAnswers() throws Exception {
    demo("demo", "--once", "--json", "--dir", folder());
    var json = new ObjectMapper().readTree(out.toString());
    assertThat(json.fieldNames()).toIterable().containsExactly("search", "like", "recommend");
    assertThat(json.get("like").get("items")).hasSize(5);
  }

  @Test
  void aPortOutOfRangeIsWrongUsage() {
    assertThat(demo("demo", "--port", "99999")).isEqualTo(2);
    assertThat(err.toString()).contains("--port must be from 0 to 65535");
  }

  @Test
  void helpShowsAnExample() {
    assertThat(demo("demo", "--help")).isZero();
    assertThat(out.toString()).contains("Example:", "kindred demo --once");
  }
}
