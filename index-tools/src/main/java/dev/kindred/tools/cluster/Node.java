package dev.kindred.tools.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One process of the distribution with folders of its own. It runs under any user, root too, for
 * the engine's native calls are switched off: on loopback its start-up checks only warn. Not
 * thread-safe.
 */
final class Node {
  private static final String LOG =
      """
      status = error
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = [%d][%p][%c{1.}] %m%n
      rootLogger.level = warn
      rootLogger.appenderRef.console.ref = console
      """;
  private static final int PATIENCE = 60;

  private final Path home;
  private final Path work;
  private final String name;
  private final Ports ports;
  private final int heap;
  private Process process;

  /**
   * @param home the unpacked distribution
   * @param work gets this node's configuration, data, logs and temporary files
   * @param heap in megabytes
   */
  Node(Path home, Path work, String name, Ports ports, int heap) {
    this.home = home;
    this.work = work;
    this.name = name;
    this.ports = ports;
    this.heap = heap;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + ports.http());
  }

  Path log() {
    return work.resolve("out.log");
  }

  boolean isAlive() {
    return process != null && process.isAlive();
  }

  /**
   * @param seeds transport addresses of all nodes
   */
  void start(String seeds) throws IOException {
    for (String folder : List.of("conf", "data", "logs", "tmp")) {
      Files.createDirectories(work.resolve(folder));
    }
    Files.writeString(work.resolve("conf/opensearch.yml"), "");
    Files.writeString(work.resolve("conf/log4j2.properties"), LOG);
    process =
        new ProcessBuilder(command(seeds))
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log().toFile()))
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .start();
  }

  private List<String> command(String seeds) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms" + heap + "m",
            "-Xmx" + heap + "m",
            "-XX:+UseSerialGC",
            "-Djava.io.tmpdir=" + work.resolve("tmp"),
            "-Djna.nosys=true",
            "-Djna.noclasspath=true",
            "-Dlog4j2.disable.jmx=true",
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.allocator.numDirectArenas=0",
            "--add-modules=jdk.incubator.vector",
            "--add-opens=java.base/java.nio=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-javaagent:agent/opensearch-agent.jar",
            "-Dopensearch.path.home=" + home,
            "-Dopensearch.path.conf=" + work.resolve("conf"),
            "-Dopensearch.distribution.type=zip",
            "-Dopensearch.bundled_jdk=false",
            "-cp",
            home + "/lib/*",
            "org.opensearch.bootstrap.OpenSearch"));
    new TreeMap<>(settings(seeds))
        .forEach((key, value) -> command.addAll(List.of("-E", key + "=" + value)));
    return command;
  }

  private Map<String, String> settings(String seeds) {
    return Map.of(
        "node.name",
        name,
        "cluster.name",
        "kindred",
        "path.data",
        work.resolve("data").toString(),
        "path.logs",
        work.resolve("logs").toString(),
        "http.port",
        Integer.toString(ports.http()),
        "transport.port",
        Integer.toString(ports.transport()),
        "network.host",
        "127.0.0.1",
        "discovery.seed_hosts",
        seeds,
        "cluster.initial_cluster_manager_nodes",
        "n0",
        "cluster.routing.allocation.disk.threshold_enabled",
        "false");
  }

  /** Asks the process to end, and waits until it has. */
  void stop() {
    if (process != null) {
      process.destroy();
      await();
    }
  }

  /** Ends the process at once, as a power cut would. */
  void kill() {
    process.destroyForcibly();
    await();
  }

  private void await() {
    try {
      if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "node %s at %s, log %s", name, address(), log());
  }
}
