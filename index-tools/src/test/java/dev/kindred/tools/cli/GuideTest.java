package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the guides and of the help is understood. */
class GuideTest {
  private static final Path GUIDES = Path.of("..", "docs", "guide");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  static Stream<String> commands() throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> guides = Files.list(GUIDES)) {
      for (Path guide : guides.filter(file -> file.toString().endsWith(".md")).toList()) {
        lines.addAll(Files.readAllLines(guide));
      }
    }
    KindredTest.commands().forEach(name -> lines.addAll(List.of(KindredTest.footer(name))));
    return joined(lines).filter(KindredTest::isOurs);
  }

  /** Whole commands; a line that ends with a backslash goes on in the next. */
  private static Stream<String> joined(List<String> lines) {
    String text = String.join("\n", lines).replaceAll(" \\\\\n\\s*", " ");
    return text.lines().map(String::strip).filter(line -> line.startsWith("kindred "));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void isUnderstood(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command.substring("kindred ".length()));
    while (word.find()) {
      words.add(word.group(1) != null ? word.group(1) : word.group(2));
    }
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            InstantSource.fixed(Cli.NOW),
            Map.of());
    assertThatCode(
            () -> Kindred.commandLine(console, List.of()).parseArgs(words.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }
}
