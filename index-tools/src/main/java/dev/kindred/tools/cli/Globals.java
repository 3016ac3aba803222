package dev.kindred.tools.cli;

import picocli.CommandLine.Option;

/** What every command understands. */
public final class Globals {
  /** The seed when none is given: the same input gives the same output. */
  static final long SEED = 42;

  @Option(
      names = "--json",
      description = "Print machine-readable JSON on standard output, and nothing else there.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print no progress and no remarks.")
  private boolean quiet;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random: equal seeds give equal results. Default: 42.")
  private Long seed;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads to use. Default: as many as there are processors.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** Whether output is for machines. */
  public boolean json() {
    return json;
  }

  /** Whether to keep progress and remarks to oneself. */
  public boolean quiet() {
    return quiet;
  }

  /** The seed given, or the default. */
  public long seed() {
    return seed == null ? SEED : seed;
  }

  boolean seeded() {
    return seed != null;
  }

  /** At least 1. */
  public int threads() {
    return threads;
  }

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this help.")
  void help(boolean asked) {
    // Picocli prints it.
  }
}
