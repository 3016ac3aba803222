package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The guide's first ten minutes, walked from the first line to the last: its files are written, its
 * commands are run, and each prints what the page shows, where {@code …} stands for anything, and a
 * number or the space around it for any other.
 */
class WalkthroughTest {
  private static final Path PAGE = Path.of("..", "docs", "guide", "ten-minutes.md");
  private static final Pattern FILE = Pattern.compile("```csv (\\S+)\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CONSOLE = Pattern.compile("```console\n(.*?)```", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final String PROMPT = "$ ./kindred ";

  @TempDir private Path folder;

  @Test
  void everyStepPrintsWhatThePageShows() throws IOException {
    String page = Files.readString(PAGE);
    Matcher files = FILE.matcher(page);
    while (files.find()) {
      Files.writeString(folder.resolve(files.group(1)), files.group(2));
    }
    Matcher consoles = CONSOLE.matcher(page);
    int steps = 0;
    while (consoles.find()) {
      for (String step : consoles.group(1).split("(?m)^(?=\\$ )")) {
        if (step.startsWith(PROMPT)) {
          check(step.lines().toList());
          steps++;
        }
      }
    }
    assertThat(steps).isGreaterThan(5);
  }

  private void check(List<String> step) {
    String command = step.getFirst().substring(PROMPT.length());
    Cli.Run run = Cli.run(words(command).toArray(String[]::new));
    assertThat(run.code()).as(command + "\n" + run.err()).isZero();
    String shown = String.join("\n", step.subList(1, step.size())).strip();
    String pattern =
        Arrays.stream(loose(shown).split("…", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    String printed = loose(run.out().replace(folder + "/", "").strip());
    assertThat(Pattern.compile(pattern, Pattern.DOTALL).matcher(printed).matches())
        .as("%s prints%n%s%nand not%n%s", command, printed, shown)
        .isTrue();
  }

  private static String loose(String text) {
    return text.replaceAll("-?\\d+(\\.\\d+)?", "#").replaceAll(" +", " ");
  }

  /** The words of a command, with its files where this test has put them. */
  private List<String> words(String command) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(command);
    while (word.find()) {
      String text = word.group(0).replaceAll("^[\"']|[\"']$", "");
      boolean ours = text.equals("index") || text.endsWith(".csv");
      words.add(ours ? folder.resolve(text).toString() : text);
    }
    return words;
  }
}
