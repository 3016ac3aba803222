package dev.kindred.tools.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for the fish shell, which picocli does not write. */
final class FishCompletion {
  private final String name;
  private final List<String> lines = new ArrayList<>();

  FishCompletion(String name) {
    this.name = name;
  }

  String of(CommandLine root) {
    lines.add("complete -c " + name + " -f");
    options(root, "__fish_use_subcommand");
    commands(root, "__fish_use_subcommand");
    return String.join("\n", lines) + "\n";
  }

  private void commands(CommandLine parent, String condition) {
    Set<CommandLine> commands = new LinkedHashSet<>(parent.getSubcommands().values());
    for (CommandLine command : commands) {
      add(condition, "-a " + command.getCommandName() + description(first(command)));
      String inside = "__fish_seen_subcommand_from " + command.getCommandName();
      options(command, inside);
      commands(command, inside);
    }
  }

  private static String[] first(CommandLine command) {
    return command.getCommandSpec().usageMessage().description();
  }

  private void options(CommandLine command, String condition) {
    for (OptionSpec option : command.getCommandSpec().options()) {
      StringBuilder words = new StringBuilder();
      for (String written : option.names()) {
        words.append(written.startsWith("--") ? "-l " : "-s ");
        words.append(written.replaceFirst("^-+", "")).append(' ');
      }
      words.append(option.arity().max() > 0 ? "-r -F" : "");
      add(condition, words.toString().strip() + description(option.description()));
    }
  }

  private void add(String condition, String completion) {
    lines.add("complete -c " + name + " -n '" + condition + "' " + completion);
  }

  private static String description(String[] texts) {
    String text = texts.length == 0 ? "" : texts[0].replaceAll("\\$\\{[^}]*}", "…");
    return " -d '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
