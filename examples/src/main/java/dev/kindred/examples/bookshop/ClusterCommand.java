package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.tools.cli.Action;
import dev.kindred.tools.cli.Json;
import dev.kindred.tools.cli.Progress;
import dev.kindred.tools.cluster.LocalCluster;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.apache.lucene.util.IOUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The bookshop on a real cluster on this machine. */
@Command(
    name = "cluster",
    description = {
      "Start OpenSearch with the plugin on loopback, and push the bookshop.",
      "Several processes are one cluster; a request to try is shown, and they keep running until"
          + " Ctrl-C."
    },
    footerHeading = "%nExample:%n",
    footer = {"  kindred cluster", "  kindred cluster --once --json"})
public final class ClusterCommand extends Action {
  private static final String NAME = "bookshop";
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Option(names = "--nodes", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private int nodes = 3;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      description = "Memory of each node's heap. Default: ${DEFAULT-VALUE}.")
  private int heap = 384;

  @Option(names = "--once", description = "Stop after one answer.")
  private boolean once;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      description = "The unpacked distribution with the plugin. Default: what the build made.")
  private Path home = Path.of(System.getProperty("kindred.opensearch.home", ""));

  @Override
  protected void run() throws Exception {
    if (nodes < 1 || heap < 1) {
      throw wrongUsage("--nodes and --heap must be at least 1, were " + nodes + " and " + heap);
    }
    if (Files.notExists(home.resolve("plugins").resolve("kindred"))) {
      throw wrongUsage(
          "--home is '" + home + "', expected an OpenSearch with the plugin kindred installed");
    }
    Path work = Files.createTempDirectory("kindred-cluster");
    CountDownLatch stopped = new CountDownLatch(1);
    remark("starting " + nodes + " nodes on loopback; this takes half a minute …");
    try (LocalCluster cluster = LocalCluster.start(home, work, nodes, heap, PATIENCE)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(cluster, work, stopped), "stop"));
      push(cluster);
      show(cluster);
      if (!once) {
        remark("");
        remark("The cluster runs until Ctrl-C.");
        stopped.await();
      }
    } finally {
      stopped.countDown();
      IOUtils.rm(work);
    }
  }

  private static void end(LocalCluster cluster, Path work, CountDownLatch stopped) {
    cluster.close();
    IOUtils.deleteFilesIgnoringExceptions(work);
    stopped.countDown();
  }

  private void push(LocalCluster cluster) throws IOException {
    Path folder = Bookshop.defaultFolder();
    Bookshop.open(folder).close();
    try (Cluster rest = new Cluster(cluster.address(0));
        Progress progress = progress()) {
      Push.Report report = new Push(folder, NAME, nodes, 1).to(rest, progress::update);
      remark("pushed " + report.items() + " books and films and " + report.users() + " readers");
    }
  }

  private void show(LocalCluster cluster) throws IOException {
    ObjectNode body = Json.object().put("user", "reader-gothic").put("size", 3);
    String path = "/_plugins/_kindred/" + NAME + "/_recommend";
    try (Cluster rest = new Cluster(cluster.address(cluster.size() - 1))) {
      Cluster.Reply reply = rest.ask("POST", path, body);
      if (!reply.ok()) {
        throw new IOException(path + ": " + reply.body());
      }
      if (globals().json()) {
        out().println(Json.line(reply.body()));
        return;
      }
      for (JsonNode item : reply.body().path("items")) {
        out().println("  " + item.path("fields").path("title").asText());
      }
      if (!once) {
        out().println();
        out()
            .println(
                "curl -s -H 'content-type: application/json' "
                    + cluster.address(0)
                    + path
                    + " -d '{\"like\": \"dracula\", \"size\": 5}'");
      }
      out().flush();
    }
  }
}
