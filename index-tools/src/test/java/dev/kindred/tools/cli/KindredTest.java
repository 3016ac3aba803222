package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class KindredTest {
  private static CommandLine root() {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            InstantSource.fixed(Cli.NOW),
            Map.of());
    return Kindred.commandLine(console, List.of());
  }

  /** Every command that does something, with its full name as words. */
  static Stream<List<String>> commands() {
    return root().getSubcommands().values().stream().flatMap(command -> leaves(command, List.of()));
  }

  private static Stream<List<String>> leaves(CommandLine command, List<String> above) {
    List<String> name = Stream.concat(above.stream(), Stream.of(command.getCommandName())).toList();
    return command.getSubcommands().isEmpty()
        ? Stream.of(name)
        : command.getSubcommands().values().stream().flatMap(below -> leaves(below, name));
  }

  private static CommandLine command(List<String> name) {
    CommandLine command = root();
    for (String word : name) {
      command = command.getSubcommands().get(word);
    }
    return command;
  }

  /** The lines of the command's example. */
  static String[] footer(List<String> name) {
    return command(name).getCommandSpec().usageMessage().footer();
  }

  /** Whether the line names a command of this module. */
  static boolean isOurs(String line) {
    return root().getSubcommands().containsKey(line.split(" ")[1]);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpShowsAnExample(List<String> name) {
    Cli.Run run = Cli.run(with(name, "--help"));
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Example:").contains("kindred " + String.join(" ", name));
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyOptionIsDescribed(List<String> name) {
    for (ArgSpec option : command(name).getCommandSpec().args()) {
      assertThat(option.description()).as("%s of %s", option, name).isNotEmpty();
      assertThat(option.description()[0]).as("%s of %s", option, name).endsWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTakesTheCommonOptions(List<String> name) {
    assertThat(command(name).getCommandSpec().optionsMap())
        .containsKeys("--json", "--quiet", "--seed", "--threads", "--help");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void anUnknownOptionIsWrongUsage(List<String> name) {
    Cli.Run run = Cli.run(with(name, "--jsn"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("kindred: ").contains("--help").doesNotContain("\tat ");
  }

  private static String[] with(List<String> name, String last) {
    return Stream.concat(name.stream(), Stream.of(last)).toArray(String[]::new);
  }

  @Test
  void listsItsCommands() {
    Cli.Run run = Cli.run("--help");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("build", "search", "like", "recommend", "explain", "evaluate", "completion");
  }

  @Test
  void printsItsVersion() {
    assertThat(Cli.run("--version").out()).startsWith("kindred ");
  }

  @Test
  void noCommandIsWrongUsage() {
    Cli.Run run = Cli.run();
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: no command given");
  }

  @Test
  void anUnknownCommandIsMetWithASuggestion() {
    Cli.Run run = Cli.run("recomend", "--user", "1");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("kindred: ").contains("did you mean recommend?");
  }

  @Test
  void anUnknownOptionIsMetWithASuggestion() {
    Cli.Run run = Cli.run("search", "x", "--index", "nowhere", "--sise", "3");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--sise").contains("--size");
  }

  @Test
  void aMissingOptionIsNamed() {
    Cli.Run run = Cli.run("search", "x");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--index");
  }

  @Test
  void threadsMustBePositive() {
    Cli.Run run = Cli.run("completion", "bash", "--threads", "0");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--threads must be at least 1, was 0");
  }
}
