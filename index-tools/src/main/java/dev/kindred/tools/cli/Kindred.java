package dev.kindred.tools.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line's root. */
@Command(
    name = "kindred",
    description = "Search and recommendation in one Lucene index.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred build --movielens ml-100k --out index",
      "  kindred recommend --user 196 --index index",
      "",
      "In a source tree `./kindred bench --help` lists the reproducible comparisons."
    })
public final class Kindred extends Group {
  private final Console console;

  private Kindred(Console console) {
    super("no command given");
    this.console = console;
  }

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(Console.system(), List.of(), args));
  }

  /**
   * Runs one command.
   *
   * @param more commands of the caller's own, by annotated instance; one that has the name of a
   *     common command takes its place
   * @return 0 done, 1 failed, 2 wrong usage
   */
  public static int run(Console console, List<?> more, String... args) {
    int code = commandLine(console, more).execute(args);
    console.out().flush();
    console.err().flush();
    return code;
  }

  static CommandLine commandLine(Console console, List<?> more) {
    CommandLine root = new CommandLine(new Kindred(console));
    more.forEach(root::addSubcommand);
    for (Object command : Commands.all()) {
      CommandLine common = new CommandLine(command);
      if (!root.getSubcommands().containsKey(common.getCommandName())) {
        root.addSubcommand(common);
      }
    }
    Failures failures = new Failures(console);
    root.setOut(console.out())
        .setErr(console.err())
        .setParameterExceptionHandler(failures::usage)
        .setExecutionExceptionHandler(failures::execution)
        .setUsageHelpAutoWidth(false)
        .setUsageHelpWidth(100);
    root.getCommandSpec().versionProvider(() -> new String[] {"kindred " + Version.TEXT});
    return root;
  }

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  void version(boolean asked) {
    // Picocli prints it.
  }

  Console console() {
    return console;
  }
}
