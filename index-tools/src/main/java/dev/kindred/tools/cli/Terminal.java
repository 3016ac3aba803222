package dev.kindred.tools.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells whether a terminal shows standard error, which Java cannot tell. */
final class Terminal {
  private static final Path ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /** Asks the kernel where that is possible, else the shell's {@code test}. */
  static boolean onError() {
    try {
      return Files.isSymbolicLink(ERROR)
          ? isTerminal(Files.readSymbolicLink(ERROR).toString())
          : test();
    } catch (IOException e) {
      return false;
    }
  }

  static boolean isTerminal(String device) {
    return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty");
  }

  private static boolean test() throws IOException {
    try {
      return new ProcessBuilder("/bin/test", "-t", "2")
              .redirectError(Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
