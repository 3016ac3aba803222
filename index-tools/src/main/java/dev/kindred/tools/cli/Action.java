package dev.kindred.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does something: what all of them share. Not thread-safe. */
public abstract class Action implements Callable<Integer> {
  @Mixin private Globals globals;
  @Spec private CommandSpec spec;

  /**
   * Does it.
   *
   * @throws Exception with a message for the user
   */
  protected abstract void run() throws Exception;

  @Override
  public final Integer call() throws Exception {
    if (globals.threads() < 1) {
      throw wrongUsage("--threads must be at least 1, was " + globals.threads());
    }
    run();
    out().flush();
    return 0;
  }

  /** The options every command has. */
  protected final Globals globals() {
    return globals;
  }

  /** What the command speaks through. */
  protected final Console console() {
    return ((Kindred) spec.root().userObject()).console();
  }

  /** The command and its arguments, as they were given. */
  protected final List<String> arguments() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }

  /** Where answers go. */
  protected final PrintWriter out() {
    return console().out();
  }

  /** Says something beside the answer, unless quiet. */
  protected final void remark(String line) {
    if (!globals.quiet()) {
      console().err().println(line);
      console().err().flush();
    }
  }

  /** A progress line that is wiped when closed. */
  protected final Progress progress() {
    return new Progress(console(), globals.quiet());
  }

  /**
   * Before long work: makes the folders of the files in which it ends, so that what took long is
   * not lost for want of one.
   *
   * @param files null for one that is not wanted
   */
  protected final void makeFolders(Path... files) throws IOException {
    for (Path file : files) {
      if (file != null && Files.isDirectory(file)) {
        throw new IOException(file + ": it is a folder, expected the name of a file in it");
      }
      if (file != null && file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
    }
  }

  /** Rewards that cannot be added up are wrong usage, before an event is taken. */
  protected final void requireFinite(Map<String, Double> rewards) {
    rewards.forEach(
        (type, value) -> {
          if (!Double.isFinite(value)) {
            throw wrongUsage("--rewards " + type + "=" + value + ", expected a finite number");
          }
        });
  }

  /** Reads options; values out of range are wrong usage. */
  protected final <T> T usage(Supplier<T> options) {
    try {
      return options.get();
    } catch (IllegalArgumentException e) {
      throw wrongUsage(e.getMessage());
    }
  }

  /** Looks at options; values out of range are wrong usage. */
  protected final void usage(Runnable check) {
    usage(
        () -> {
          check.run();
          return null;
        });
  }

  /** The options do not fit together: exit code 2. */
  protected final ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
