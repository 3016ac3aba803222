package dev.kindred.examples;

import dev.kindred.examples.bookshop.ClusterCommand;
import dev.kindred.examples.bookshop.DemoCommand;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.util.List;

/** The command line with the demo. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(
        Kindred.run(Console.system(), List.of(new DemoCommand(), new ClusterCommand()), args));
  }
}
