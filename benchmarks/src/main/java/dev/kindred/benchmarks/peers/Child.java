package dev.kindred.benchmarks.peers;

import dev.kindred.benchmarks.peers.child.Cost;
import dev.kindred.benchmarks.peers.child.Worker;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A contender's process, told what to do line by line. Not thread-safe. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedWriter orders;
  private final BufferedReader answers;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.log = log;
  }

  /**
   * @param heap as in {@code -Xmx}
   * @param log gets whatever the library prints
   */
  static Child start(Contender contender, Path sources, String heap, long seed, Path log)
      throws IOException {
    List<String> command =
        new ArrayList<>(contender.library().command(sources, heap, Worker.class.getName()));
    command.addAll(contender.settings(seed).arguments());
    return new Child(new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
  }

  /** Takes ratings in; returns the library's name and version. */
  String load(Path ratings) throws IOException {
    return order("load\t" + ratings);
  }

  Cost train() throws IOException {
    return Cost.parse(order("train"));
  }

  /** Has the trained model leave at the place what is measured. */
  void leave(Path pairs, Path place) throws IOException {
    order("leave\t" + pairs + "\t" + place);
  }

  private String order(String line) throws IOException {
    String answer = null;
    try {
      orders.write(line + "\n");
      orders.flush();
      answer = answers.readLine();
    } catch (IOException e) {
      // A process that is gone breaks the pipe; what follows says so.
    }
    if (answer == null) {
      throw new IOException("its process ended; " + log + " says more");
    }
    if (!answer.startsWith("ok")) {
      throw new IOException(answer.substring("failed ".length()));
    }
    return answer.substring("ok".length()).strip();
  }

  @Override
  public void close() throws IOException {
    try {
      orders.close();
    } catch (IOException e) {
      // It has ended already.
    }
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
