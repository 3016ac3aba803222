package dev.kindred.tools.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.build.BuildReport;
import dev.kindred.tools.build.BuildSpec;
import dev.kindred.tools.build.IndexBuilder;
import dev.kindred.tools.read.yaml.KindredConfig;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "build",
    description = {
      "Build an index: read catalogue and events, train models, fit the ranking, publish.",
      "Whatever goes wrong, the index that was there before is still served."
    },
    footerHeading = "%nExample:%n",
    footer = {
      "  kindred build --movielens ml-100k --out index",
      "  kindred build --items items.jsonl --events events.csv --out index --models content,als \\",
      "    --param als.factors=32"
    })
final class BuildCommand extends Action {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "The index folder; made when it is not there.")
  private Path out;

  @Option(
      names = "--print-config",
      description = "Print a kindred.yaml with every key and its default, and do nothing else.")
  private boolean printConfig;

  @Option(
      names = "--profile-preset",
      paramLabel = "PRESET",
      description =
          "Write a ready-made ranking too: shop. It comes by itself where events are those of a"
              + " shop, and can be adapted in kindred.yaml.")
  private String preset;

  @Option(
      names = "--with-live",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = {
        "Learn also from what users did live in the index that is there, so that a rebuild forgets"
            + " nothing; an event that --events holds too counts once. --no-with-live learns from"
            + " the files alone."
      })
  private boolean withLive;

  @Option(
      names = "--tune",
      description =
          "Also learn the weights of the profiles, on events held out for it; every model is trained"
              + " twice.")
  private boolean tune;

  @Mixin private InputOptions input;
  @Mixin private ModelOptions models;

  @Override
  protected void run() throws Exception {
    if (printConfig) {
      printConfig();
      return;
    }
    if (out == null) {
      throw wrongUsage("build where to? give --out DIR");
    }
    if (input.problem() != null) {
      throw wrongUsage(input.problem());
    }
    usage(input::format);
    usage(models::requireNames);
    InputOptions.Data data = input.read();
    BuildSpec spec =
        new BuildSpec(
            out,
            data.items(),
            data.events(),
            data.config().events(),
            models.chosen(data.config(), this::wrongUsage),
            profiles(data.config()),
            data.users(),
            console().clock().instant(),
            globals().seed(),
            globals().threads(),
            withLive,
            tune);
    try (BuildProgress progress = new BuildProgress(progress(), this::remark)) {
      report(new IndexBuilder(progress).build(spec));
    }
  }

  private Map<String, JsonNode> profiles(KindredConfig config) {
    Map<String, JsonNode> profiles = new TreeMap<>(config.profiles());
    if (preset != null) {
      profiles.putIfAbsent(preset, Json.object().put("preset", preset));
    }
    return profiles;
  }

  private void printConfig() {
    String template = KindredConfig.template();
    out().print(globals().json() ? jsonOf(template) : template);
  }

  private static String jsonOf(String template) {
    return Json.line(Json.object().put("config", template)) + "\n";
  }

  private void report(BuildReport report) {
    report.reads().stream()
        .filter(read -> read.bad() > 0)
        .forEach(
            read -> {
              remark(read.file() + ": " + read.bad() + " bad lines skipped, such as");
              read.examples().forEach(example -> remark("  " + example));
            });
    report.notes().forEach(note -> remark("note: " + note));
    if (globals().json()) {
      out().println(Json.line(Json.tree(report)));
      return;
    }
    double seconds = report.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    out()
        .println(
            String.format(
                Locale.ROOT,
                "built generation %s in %.1f s: %s",
                report.generation(),
                seconds,
                out));
    report.counts().forEach((name, count) -> line(name.replace('_', ' '), count));
    new TreeMap<>(report.versions()).forEach((name, version) -> out().println("  " + version));
    out().println("  profiles: " + String.join(", ", report.profiles()));
  }

  private void line(String name, long count) {
    out().println(String.format(Locale.ROOT, "  %,d %s", count, name));
  }
}
