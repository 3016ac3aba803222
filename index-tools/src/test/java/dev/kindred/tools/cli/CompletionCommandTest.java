package dev.kindred.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @Test
  void bashFindsTheScriptInOrder(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("kindred.bash");
    Files.writeString(script, Cli.run("completion", "bash").out(), StandardCharsets.UTF_8);
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "no bash");
    Process bash = new ProcessBuilder("/bin/bash", "-n", script.toString()).start();
    assertThat(bash.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(bash.exitValue()).isZero();
  }

  @Test
  void bashKnowsCommandsAndOptions() {
    assertThat(Cli.run("completion", "bash").out())
        .contains("recommend", "--include-seen", "complete ");
  }

  @Test
  void zshBorrowsFromBash() {
    assertThat(Cli.run("completion", "zsh").out()).startsWith("autoload -U +X bashcompinit");
  }

  @Test
  void fishKnowsCommandsAndOptions() {
    Cli.Run run = Cli.run("completion", "fish");
    assertThat(run.lines())
        .allMatch(line -> line.startsWith("complete -c kindred"))
        .anyMatch(line -> line.contains("-n '__fish_use_subcommand' -a recommend -d '"))
        .anyMatch(
            line ->
                line.contains("__fish_seen_subcommand_from search") && line.contains("-l size -r"))
        .noneMatch(line -> line.contains("${"));
  }

  @Test
  void jsonHoldsTheScript() {
    assertThat(Cli.run("completion", "fish", "--json").json().get("script").asText())
        .isEqualTo(Cli.run("completion", "fish").out());
  }

  @Test
  void anUnknownShellIsWrongUsage() {
    Cli.Run run = Cli.run("completion", "tcsh");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("tcsh").contains("fish");
  }
}
