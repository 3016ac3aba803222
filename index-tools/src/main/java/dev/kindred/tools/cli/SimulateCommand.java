package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.simulate.Simulator;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "simulate",
    description =
        "Write a made-up catalogue and what simulated readers do: tastes, drift, series, fashion.",
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred simulate --items 1000 --users 500 --events 20000 --out world",
      "  kindred build --data world --out index"
    })
final class SimulateCommand extends Action {
  @Option(
      names = "--items",
      required = true,
      paramLabel = "N",
      description = "How many items to make up.")
  private int items;

  @Option(
      names = "--users",
      required = true,
      paramLabel = "N",
      description = "How many readers to simulate.")
  private int users;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "N",
      description = "How many events they leave, unless they run out of items.")
  private int events;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where items.jsonl and events.csv go.")
  private Path out;

  @Override
  protected void run() throws Exception {
    Simulator world = usage(() -> new Simulator(globals().seed(), items, users, events));
    int written = world.write(out);
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("items", items).put("users", users).put("events", written);
      json.put("seed", globals().seed()).put("out", out.toString());
      out().println(Json.line(json));
    } else {
      out()
          .println(
              String.format(
                  Locale.ROOT,
                  "simulated %,d items, %,d readers and %,d events in %s",
                  items,
                  users,
                  written,
                  out));
    }
  }
}
