package dev.kindred.benchmarks.report;

import dev.kindred.internal.math.Kernels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where and of what a measurement was made.
 *
 * @param processor the model's name and how many there are
 * @param load runnable threads of the last minute; what else was going on
 * @param jvm name and version
 * @param kernels which float kernels this JVM runs
 * @param commit of the source tree; ends with {@code +} when files differ from it
 */
public record Machine(String processor, double load, String jvm, String kernels, String commit) {

  /**
   * This machine, now.
   *
   * @param sources a folder of the source tree
   */
  public static Machine here(Path sources) {
    Runtime runtime = Runtime.getRuntime();
    String memory =
        String.format(Locale.ROOT, "%.1f GB of heap", runtime.maxMemory() / (double) (1 << 30));
    return new Machine(
        model() + ", " + runtime.availableProcessors() + " processors, " + memory,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
        Kernels.get().name(),
        commit(sources));
  }

  private static String model() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      return System.getProperty("os.arch");
    }
  }

  private static String commit(Path sources) {
    String commit = git(sources, "rev-parse", "--short", "HEAD");
    String changed = git(sources, "status", "--porcelain", "--", ":!benchmarks/results");
    return commit.isEmpty() ? "unknown" : commit + (changed.isEmpty() ? "" : "+");
  }

  /** Empty when git fails, or is not there. */
  private static String git(Path folder, String... arguments) {
    try {
      Process git =
          new ProcessBuilder(Stream.concat(Stream.of("git"), Stream.of(arguments)).toList())
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? output.strip() : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
