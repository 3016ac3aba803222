package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.UserStore.Receipt;
import dev.kindred.data.bandit.Reward;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      "  kindred events --index index - --format ubi",
      "  kindred events --index index answers.csv --rewards click=1,skip=0"
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

  @Option(
      names = "--rewards",
      split = ",",
      paramLabel = "TYPE=VALUE",
      description = {
        "What the bandits of the answered ranking learn from an event that brings its request_id"
            + " back, by type: click=1,skip=0. Others, and a second event of the same item of the"
            + " same answer, teach nothing. Default: nothing."
      })
  private Map<String, Double> rewards = new LinkedHashMap<>();

  private int rewarded;

  @Override
  protected void run() throws Exception {
    requireFinite(rewards);
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
    recommender.impressions().followed(batch);
    List<Reward> told =
        batch.stream()
            .filter(one -> one.requestId() != null && rewards.containsKey(one.event().type()))
            .map(this::reward)
            .toList();
    rewarded += told.isEmpty() ? 0 : recommender.reward(told).learned();
    return receipt;
  }

  private Reward reward(Arrival arrival) {
    return new Reward(
        arrival.requestId(), arrival.event().itemId(), rewards.get(arrival.event().type()));
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
      if (!rewards.isEmpty()) {
        json.put("rewarded", rewarded);
      }
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
                + " known by their id"
                + (rewards.isEmpty() ? "" : "; rewards learned: " + rewarded));
  }
}
