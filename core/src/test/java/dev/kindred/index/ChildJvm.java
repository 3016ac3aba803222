package dev.kindred.index;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process on the test's class path, made to be killed. */
public final class ChildJvm {
  private ChildJvm() {}

  /** Runs the main class; standard output is to be read, errors are thrown away. */
  public static Process start(Class<?> main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m", "-cp"));
    String own = System.getProperty("java.class.path");
    command.add(System.getProperty("surefire.test.class.path", own));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /** SIGKILL: the process has no chance to tidy up. Answers the lines it had still written. */
  public static List<String> kill(Process child, BufferedReader output)
      throws IOException, InterruptedException {
    child.toHandle().destroyForcibly();
    List<String> last = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      last.add(line);
    }
    child.waitFor();
    return last;
  }
}
