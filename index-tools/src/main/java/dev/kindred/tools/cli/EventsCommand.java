package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.impressions.ImpressionLog;
import dev.kindred.tools.build.LiveEvents;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.EventSource;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.ItemFields;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "events",
    description = {
      "Append live events to an index; the next answer knows them.",
      "An event is acknowledged when it is on the disk. One with an event_id counts once, however"
          + " often it is sent. One without a time happened now."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred events --index index clicks.jsonl",
      "  kindred events --index index - --format ubi"
    })
final class EventsCommand extends Action {
  @Mixin private IndexOption index;

  @Parameters(
      paramLabel = "FILE",
      description =
          "Events as JSONL, CSV, TSV, UBI or any format of build; - reads them from stdin.")
  private String file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format, when it should not be told by the content.")
  private String format = "auto";

  @Option(
      names = "--skip-bad-lines",
      paramLabel = "N",
      description = "Put up with this many bad lines; each is told. Default: 0.")
  private long skipBad;

  @Override
  protected void run() throws Exception {
    Format known = usage(() -> Format.of(format));
    BadLines badLines = usage(() -> new BadLines(skipBad, this::remark));
    EventSource events =
        events(new Inputs(ItemFields.INFERRED, EventColumns.COMMON, badLines), known);
    try (Recommender recommender = Recommender.open(index.folder, console().clock())) {
      LiveEvents live =
          new LiveEvents(batch -> receive(recommender, batch), console().clock().instant());
      try {
        long bad = live.send(events).bad();
        report(live.total(), bad);
      } catch (Exception e) {
        remark("acknowledged before the failure: " + live.total().acknowledged());
        throw e;
      }
    }
  }

  private Receipt receive(Recommender recommender, List<Arrival> batch) throws IOException {
    Receipt receipt = recommender.receive(batch);
    ImpressionLog.of(index.folder).followed(batch);
    return receipt;
  }

  private EventSource events(Inputs inputs, Format known) {
    return file.equals("-")
        ? inputs.events("stdin", new FileInputStream(FileDescriptor.in), known)
        : inputs.events(Path.of(file), known);
  }

  private void report(Receipt receipt, long bad) {
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("acknowledged", receipt.acknowledged());
      json.put("stored", receipt.stored());
      json.put("repeated", receipt.repeated());
      json.put("bad_lines", bad);
      out().println(Json.line(json));
      return;
    }
    out()
        .println(
            "acknowledged "
                + receipt.acknowledged()
                + " events: "
                + receipt.stored()
                + " new, "
                + receipt.repeated()
                + " known by their id");
  }
}
