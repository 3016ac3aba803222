package dev.kindred.tools.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Runs commands in this process and keeps what they said. */
final class Cli {
  static final Instant NOW = Instant.parse("2026-11-23T20:10:00Z");

  private final boolean terminal;
  private final Map<String, String> environment;

  private Cli(boolean terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  /** What a run said and how it ended. */
  record Run(int code, String out, String err) {
    JsonNode json() {
      try {
        return new ObjectMapper().readTree(out);
      } catch (JsonProcessingException e) {
        throw new AssertionError("not JSON: " + out, e);
      }
    }

    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Run run(String... args) {
    return new Cli(false, Map.of()).of(args);
  }

  /** As if somebody watched standard error. */
  static Run watched(String... args) {
    return new Cli(true, Map.of()).of(args);
  }

  static Run with(Map<String, String> environment, String... args) {
    return new Cli(false, environment).of(args);
  }

  private Run of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console =
        new Console(
            new PrintWriter(out),
            new PrintWriter(err),
            terminal,
            InstantSource.fixed(NOW),
            environment);
    int code = Kindred.run(console, List.of(), args);
    return new Run(code, out.toString(), err.toString());
  }
}
