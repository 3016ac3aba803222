package dev.kindred.benchmarks.peers;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whose algorithms are measured.
 *
 * @param folder of its adapter below {@code benchmarks/peers}; null for ours
 * @param adapter the class that stands for it
 * @param options of its JVM, beside everybody's
 */
record Library(String folder, String adapter, List<String> options) {
  static final Library KINDRED = new Library(null, Ours.class.getName(), List.of());
  static final Library SPARK = peer("spark", "SparkPeer", opened());
  static final Library MAHOUT = peer("mahout", "MahoutPeer", List.of());
  static final Library LIBREC = peer("librec", "LibRecPeer", List.of());
  static final Library LENSKIT = peer("lenskit", "LensKitPeer", List.of());
  static final List<Library> PEERS = List.of(SPARK, MAHOUT, LIBREC, LENSKIT);

  private static Library peer(String folder, String adapter, List<String> options) {
    return new Library(folder, "dev.kindred.benchmarks.peers." + folder + "." + adapter, options);
  }

  /** What Spark's own launcher opens to it. */
  private static List<String> opened() {
    return List.of(
            "java.lang",
            "java.lang.invoke",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "sun.nio.ch")
        .stream()
        .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
        .toList();
  }

  /** Whether it is there to be run. */
  boolean isBuilt(Path sources) {
    return folder == null || Files.isDirectory(target(sources).resolve("lib"));
  }

  private Path target(Path sources) {
    return sources.resolve("benchmarks/peers").resolve(folder).resolve("target");
  }

  /** The class path of its process: of ours, a peer gets the protocol alone to work with. */
  String classPath(Path sources) {
    if (folder == null) {
      return System.getProperty("java.class.path");
    }
    Path target = target(sources);
    return String.join(
        File.pathSeparator,
        target.resolve("classes").toString(),
        sources.resolve("benchmarks/target/classes").toString(),
        target.resolve("lib") + File.separator + "*");
  }

  /** The command that starts its process, up to the worker's arguments. */
  List<String> command(Path sources, String heap, String worker) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseParallelGC",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(options);
    String logging = System.getProperty("java.util.logging.config.file");
    if (logging != null) {
      command.add("-Djava.util.logging.config.file=" + logging);
    }
    command.addAll(List.of("-cp", classPath(sources), worker, adapter));
    return command;
  }
}
