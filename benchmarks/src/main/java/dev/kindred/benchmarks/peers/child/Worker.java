package dev.kindred.benchmarks.peers.child;

import dev.kindred.benchmarks.report.Clock;
import dev.kindred.benchmarks.report.LiveHeap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The process of one contender. Obeys the lines {@code load RATINGS}, {@code train} and {@code
 * leave PAIRS PLACE} (tabs between words), and answers each by a line: {@code ok …} or {@code
 * failed …}.
 */
public final class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class.getName());

  private final Peer peer;
  private final Settings settings;
  private Peer.Training training;
  private Trained trained;

  Worker(Peer peer, Settings settings) {
    this.peer = peer;
    this.settings = settings;
  }

  /**
   * @param arguments the peer's class and its settings
   */
  public static void main(String[] arguments) throws Exception {
    // Libraries may print whatever they like; it must not stand among the answers.
    PrintStream answers = System.out;
    System.setOut(System.err);
    Settings settings = Settings.parse(Arrays.asList(arguments).subList(1, arguments.length));
    try (Peer peer = (Peer) Class.forName(arguments[0]).getDeclaredConstructor().newInstance();
        BufferedReader orders =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      Worker worker = new Worker(peer, settings);
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        answers.println(worker.obey(order));
        answers.flush();
      }
    }
    // Some libraries leave threads behind.
    System.exit(0);
  }

  /** Carries out one line; returns the answer. */
  String obey(String order) {
    try {
      return ("ok " + carryOut(order.split("\t"))).strip();
    } catch (Exception | Error e) {
      LOG.log(Level.WARNING, "cannot " + order, e);
      return "failed " + e.toString().lines().findFirst().orElseThrow();
    }
  }

  private String carryOut(String[] words) throws Exception {
    return switch (words[0]) {
      case "load" -> {
        trained = null;
        training = peer.prepare(Ratings.read(Path.of(words[1])), settings);
        yield peer.version();
      }
      case "train" -> train().toString();
      case "leave" -> {
        trained.leave(Pairs.read(Path.of(words[1])), Path.of(words[2]));
        yield "";
      }
      default -> throw new IllegalArgumentException("no order " + words[0]);
    };
  }

  private Cost train() throws Exception {
    trained = null;
    long before = LiveHeap.now();
    try (LiveHeap heap = new LiveHeap()) {
      double seconds = Clock.PROCESS.seconds(() -> trained = training.train());
      long most = Math.max(heap.most(), LiveHeap.now());
      Reference.reachabilityFence(trained);
      return new Cost(Math.round(seconds * 1e9), Math.max(0, most - before));
    }
  }
}
