package dev.kindred.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.apache.lucene.util.IOUtils;

/** Files that survive a power failure. */
final class Durable {
  private Durable() {}

  /** Every file and directory of the tree, on the disk. */
  static void sync(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      for (Path path : paths.toList()) {
        IOUtils.fsync(path, Files.isDirectory(path));
      }
    }
  }

  /** Readers see the old text or the new, never a part. */
  static void replace(Path file, String text) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(fresh, text);
    IOUtils.fsync(fresh, false);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    IOUtils.fsync(file.getParent(), true);
  }
}
