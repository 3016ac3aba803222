package dev.kindred.tools.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has commands below it. */
abstract class Group implements Runnable {
  private final String question;
  @Spec private CommandSpec spec;

  /**
   * @param question what to say when no command follows
   */
  Group(String question) {
    this.question = question;
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help; every command has its own.")
  void help(boolean asked) {
    // Picocli prints it.
  }

  @Override
  public final void run() {
    throw new ParameterException(spec.commandLine(), question);
  }
}
