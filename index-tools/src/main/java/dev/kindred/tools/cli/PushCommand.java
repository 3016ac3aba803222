package dev.kindred.tools.cli;

import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.net.URI;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred push}. */
@Command(
    name = "push",
    description = {
      "Carry an index to an OpenSearch cluster that has the plugin: items, models and profiles.",
      "The alias moves when everything is there; a push that was stopped goes on when run again."
    },
    footerHeading = "%nExample:%n",
    footer = "  kindred push --index index --to http://127.0.0.1:9200 --name shop")
final class PushCommand extends Action {
  @Mixin private IndexOption index;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "URL",
      converter = ClusterOption.class,
      description =
          "The cluster, such as http://127.0.0.1:9200 or https://USER:PASSWORD@HOST:9200.")
  private URI to;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The alias to search. Users go to the index NAME-users.")
  private String name;

  @Option(names = "--shards", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int shards = 1;

  @Option(names = "--replicas", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int replicas = 1;

  @Override
  protected void run() throws Exception {
    Push push = usage(() -> new Push(index.folder, name, shards, replicas));
    try (Cluster cluster = new Cluster(to);
        Progress progress = progress()) {
      Push.Report report = push.to(cluster, progress::update);
      if (globals().json()) {
        out()
            .println(
                Json.line(
                    Json.object()
                        .put("index", report.index())
                        .put("alias", name)
                        .put("items", report.items())
                        .put("models", report.models())
                        .put("users", report.users())));
      } else {
        out()
            .println(
                String.format(
                    Locale.ROOT,
                    "%s serves %,d items of index %s for %,d users, ranked with %d models",
                    name,
                    report.items(),
                    report.index(),
                    report.users(),
                    report.models()));
      }
    }
  }
}
