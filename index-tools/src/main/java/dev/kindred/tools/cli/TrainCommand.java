package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Dataset;
import dev.kindred.data.Item;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.tools.read.EventLoader;
import dev.kindred.tools.read.Format;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.train.LongWork;
import dev.kindred.tools.train.NetworkTrainer;
import dev.kindred.tools.train.Require;
import dev.kindred.tools.train.Run;
import dev.kindred.tools.train.Trainer;
import dev.kindred.tools.train.registry.Trainers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "train",
    description = "Train one model and write its artifact: a manifest and tensors.",
    footerHeading = "%nExample:%n",
    footer = "  kindred train als --events ratings.csv --out als --param factors=64")
final class TrainCommand extends Action {
  @Parameters(paramLabel = "MODEL", description = "The algorithm, such as als or itemknn.")
  private String model;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where the artifact goes: a new or empty folder.")
  private Path out;

  @Option(
      names = "--events",
      required = true,
      paramLabel = "FILE",
      description = "Who did what: CSV, TSV, JSONL, pairs, sequences, RecBole or UBI.")
  private Path events;

  @Option(
      names = "--items",
      paramLabel = "FILE",
      description = "The catalogue, for models that read content.")
  private Path items;

  @Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the model; repeatable. MODEL.NAME=VALUE is understood too.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "The format of the events, when it should not be told by their content.")
  private String format = "auto";

  @Option(
      names = "--time-limit",
      paramLabel = "DURATION",
      description =
          "Stop a network's training after the epoch in which so much time is up, such as PT30M,"
              + " with the best it has.")
  private Duration limit;

  @Option(
      names = "--resume",
      description =
          "Go on from the checkpoint that an interrupted training of a network left in"
              + " OUT.checkpoint.")
  private boolean resume;

  @Override
  protected void run() throws Exception {
    Trainer<?> trainer = usage(() -> Trainers.create(model, named()));
    LongWork work = usage(() -> longWork(trainer));
    Format known = usage(() -> Format.of(format));
    requireEmpty();
    if (resume) {
      Checkpoints.require(out);
    }
    List<Item> catalogue = new ArrayList<>();
    if (items != null) {
      Inputs.STRICT.items(items).read(catalogue::add);
    }
    var loaded =
        EventLoader.load(
            Inputs.STRICT.events(events, known),
            EventRules.COMMON,
            catalogue.stream().map(Item::id).toList());
    long start = System.nanoTime();
    Model trained = train(trainer, new Dataset(loaded.interactions(), catalogue), work);
    double seconds = (System.nanoTime() - start) / 1e9;
    Files.createDirectories(out);
    trained.save(out);
    if (work.checkpoint() != null) {
      Checkpoints.delete(out);
    }
    report(trained.manifest(), seconds);
  }

  private LongWork longWork(Trainer<?> trainer) {
    boolean network = trainer instanceof NetworkTrainer;
    Require.that(
        network || (!resume && limit == null),
        "--resume and --time-limit are for networks, such as sasrec, which "
            + model
            + " is not; leave them out");
    Path checkpoint = network ? Checkpoints.beside(out) : null;
    return new LongWork(checkpoint, resume, limit, console().clock());
  }

  private Map<String, String> named() {
    Map<String, String> named = new TreeMap<>();
    parameters.forEach(
        (name, value) ->
            named.put(
                name.startsWith(model + ".") ? name.substring(model.length() + 1) : name, value));
    return named;
  }

  private void requireEmpty() throws IOException {
    if (Files.notExists(out)) {
      return;
    }
    try (Stream<Path> files = Files.list(out)) {
      if (files.findAny().isPresent()) {
        throw new IllegalArgumentException(
            out + ": the folder is not empty; name a new one or empty it");
      }
    }
  }

  private Model train(Trainer<?> trainer, Dataset data, LongWork work) {
    try (Progress progress = progress()) {
      String version = console().clock().instant().toString();
      Run run =
          new Run(
              model,
              version,
              globals().seed(),
              globals().threads(),
              progress.epochs("train " + model),
              work);
      return trainer.train(data, run);
    }
  }

  private void report(Manifest manifest, double seconds) {
    if (globals().json()) {
      ObjectNode json = Json.object();
      json.put("model", manifest.id());
      json.put("out", out.toString());
      json.set("params", Json.tree(new TreeMap<>(manifest.trainer())));
      json.set("data", Json.tree(new TreeMap<>(manifest.data())));
      json.set("metrics", Json.tree(new TreeMap<>(manifest.metrics())));
      json.put("seconds", seconds);
      out().println(Json.line(json));
    } else {
      out()
          .println(
              String.format(Locale.ROOT, "trained %s in %.1f s: %s", manifest.id(), seconds, out));
    }
  }
}
