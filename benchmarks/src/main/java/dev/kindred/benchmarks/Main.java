package dev.kindred.benchmarks;

import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.util.List;

/** The command line with the benchmarks. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(Kindred.run(Console.system(), List.of(new BenchCommand()), args));
  }
}
