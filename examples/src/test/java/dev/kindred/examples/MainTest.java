package dev.kindred.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The main class in a process of its own, as the launcher starts it. */
class MainTest {
  private record Run(int code, String out, String err) {}

  private static Run run(String... args) throws Exception {
    String launcher = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command = new ArrayList<>(List.of(launcher, "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add("dev.kindred.examples.Main");
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Run(process.exitValue(), out, err);
  }

  @Test
  void helpListsTheDemoAndTheCommands() throws Exception {
    Run run = run("--help");
    assertThat(run.code).isZero();
    assertThat(run.out).contains("demo", "build", "recommend");
  }

  @Test
  void wrongUsageEndsWithTwo() throws Exception {
    Run run = run("demoo");
    assertThat(run.code).isEqualTo(2);
    assertThat(run.out).isEmpty();
    assertThat(run.err).contains("kindred: ").contains("did you mean demo?");
  }
}
