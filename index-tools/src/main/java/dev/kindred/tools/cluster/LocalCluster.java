package dev.kindred.tools.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Pause;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Several nodes that form one cluster. Not thread-safe. */
public final class LocalCluster implements AutoCloseable {
  private static final long LOOK_AGAIN = 500;

  private final List<Node> nodes = new ArrayList<>();
  private final String seeds;

  private LocalCluster(Path home, Path work, int size, int heap) throws IOException {
    List<String> transports = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Ports ports = Ports.free();
      transports.add("127.0.0.1:" + ports.transport());
      nodes.add(new Node(home, work.resolve("n" + i), "n" + i, ports, heap));
    }
    seeds = String.join(",", transports);
  }

  /**
   * Starts a cluster and waits until all nodes have found each other.
   *
   * @param home an unpacked distribution with the plugin installed
   * @param work gets a folder for each node
   * @param size how many nodes
   * @param heap of each, in megabytes
   * @throws IOException when a node dies, or they do not meet in time; names the log to read
   */
  public static LocalCluster start(Path home, Path work, int size, int heap, Duration patience)
      throws IOException {
    LocalCluster cluster =
        new LocalCluster(home.toAbsolutePath(), work.toAbsolutePath(), size, heap);
    try {
      for (Node node : cluster.nodes) {
        node.start(cluster.seeds);
      }
      cluster.await(size, patience);
      return cluster;
    } catch (IOException | RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** Where a node's REST interface is. */
  public URI address(int node) {
    return nodes.get(node).address();
  }

  /** How many nodes were started. */
  public int size() {
    return nodes.size();
  }

  /** Waits until so many nodes are in the cluster and every shard has its copies. */
  public void await(int members, Duration patience) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    while (!isGreen(members)) {
      for (Node node : nodes) {
        if (!node.isAlive() && members == nodes.size()) {
          throw new IOException(node + " has ended; its log says why");
        }
      }
      if (System.nanoTime() > end) {
        throw new IOException(
            "no green cluster of " + members + " after " + patience + ": " + nodes);
      }
      Pause.millis(LOOK_AGAIN);
    }
  }

  private boolean isGreen(int members) {
    for (Node node : nodes) {
      if (node.isAlive()) {
        try (Cluster cluster = Cluster.impatient(node.address())) {
          JsonNode health = cluster.ask("GET", "/_cluster/health", null).body();
          return health.path("number_of_nodes").asInt() == members
              && health.path("status").asText().equals("green");
        } catch (IOException e) {
          return false;
        }
      }
    }
    return false;
  }

  /** Ends a node at once, as a power cut would. */
  public void kill(int node) {
    nodes.get(node).kill();
  }

  /** Ends a node in good order. */
  public void stop(int node) {
    nodes.get(node).stop();
  }

  /** Starts a node that ended, with the data it had. */
  public void restart(int node) throws IOException {
    nodes.get(node).start(seeds);
  }

  @Override
  public void close() {
    nodes.forEach(Node::stop);
  }
}
