package dev.kindred.benchmarks.serve;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.benchmarks.serve.ServingProcess.Found;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same requests answered by two JVMs.
 *
 * @param with the Vector API
 * @param without it
 */
record Children(Found with, Found without) {

  static Children of(Shop shop) throws IOException {
    return new Children(run(shop, "--add-modules=jdk.incubator.vector"), run(shop));
  }

  private static Found run(Shop shop, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseParallelGC"));
    String logging = System.getProperty("java.util.logging.config.file");
    if (logging != null) {
      command.add("-Djava.util.logging.config.file=" + logging);
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(ServingProcess.class.getName(), shop.folder().toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException("the serving process failed: " + String.join(" ", command));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a process was serving", e);
    }
    return new ObjectMapper().readValue(output, Found.class);
  }

  /** For how many users the two rank the same items in the same order. */
  int equalPages() {
    int equal = 0;
    for (int user = 0; user < with.pages().size(); user++) {
      equal += with.pages().get(user).equals(without.pages().get(user)) ? 1 : 0;
    }
    return equal;
  }

  /** The largest difference of two scores at the same rank, as a share of the score. */
  double largestDifference() {
    double largest = 0;
    for (int user = 0; user < with.scores().size(); user++) {
      List<Float> one = with.scores().get(user);
      List<Float> two = without.scores().get(user);
      for (int rank = 0; rank < Math.min(one.size(), two.size()); rank++) {
        largest = Math.max(largest, Math.abs(one.get(rank) - two.get(rank)) / one.get(rank));
      }
    }
    return largest;
  }
}
