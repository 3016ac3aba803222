package dev.kindred.tools.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/**
 * Where a command reads the world and speaks to it: two streams, the clock and the environment.
 *
 * @param out answers, and with {@code --json} nothing but machine output
 * @param err progress, remarks and errors
 * @param terminal whether somebody watches {@code err}
 * @param clock the time of requests that name none
 * @param environment variables by name
 */
public record Console(
    PrintWriter out,
    PrintWriter err,
    boolean terminal,
    InstantSource clock,
    Map<String, String> environment) {
  public Console {
    environment = Map.copyOf(environment);
  }

  /** The process's own streams, in UTF-8. */
  public static Console system() {
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Terminal.onError(),
        InstantSource.system(),
        System.getenv());
  }

  private static PrintWriter writer(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Whether a failure shows its stack trace. */
  boolean debugging() {
    return "1".equals(environment.get("KINDRED_DEBUG"));
  }
}
