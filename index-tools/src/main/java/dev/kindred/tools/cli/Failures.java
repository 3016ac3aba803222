package dev.kindred.tools.cli;

import dev.kindred.tools.read.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Words what went wrong: {@code kindred: …}, one line, and no stack trace unless debugging. */
final class Failures {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  /** Wrong usage: says what is wrong and where help is. */
  int usage(ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = console.err();
    err.println("kindred: " + oneLine(failure.getMessage()));
    if (failure instanceof UnmatchedArgumentException unmatched) {
      for (String guess : unmatched.getSuggestions()) {
        err.println("  did you mean " + guess + "?");
      }
    }
    err.println("  see " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return 2;
  }

  /** The command failed. */
  int execution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    PrintWriter err = console.err();
    err.println("kindred: " + message(failure));
    if (console.debugging()) {
      failure.printStackTrace(err);
    }
    console.out().flush();
    err.flush();
    return 1;
  }

  private static String message(Throwable failure) {
    return switch (failure) {
      case InputException bad -> bad.getMessage();
      case NoSuchFileException missing -> missing(missing.getFile());
      case FileNotFoundException missing -> missing(missing.getMessage());
      case AccessDeniedException denied ->
          denied.getFile() + ": access denied; check the permissions of the file";
      case NotDirectoryException file -> noFolder(file.getFile());
      case FileAlreadyExistsException file -> noFolder(file.getFile());
      case UncheckedIOException wrapped -> message(wrapped.getCause());
      case IOException plain -> worded(plain);
      case IllegalArgumentException plain -> worded(plain);
      case IllegalStateException plain -> worded(plain);
      default -> unexpected(failure);
    };
  }

  private static String missing(String file) {
    return file + ": no such file or folder; check the path";
  }

  private static String noFolder(String file) {
    return file + ": it is a file, expected a folder; name another";
  }

  private static String worded(Exception failure) {
    return failure.getMessage() == null ? unexpected(failure) : oneLine(failure.getMessage());
  }

  private static String unexpected(Throwable failure) {
    return "unexpected failure ("
        + oneLine(String.valueOf(failure))
        + "); set KINDRED_DEBUG=1 to see where, and please report it";
  }

  private static String oneLine(String message) {
    return message.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
