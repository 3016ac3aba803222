package dev.kindred.examples.bookshop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One built shop for all tests that only ask. */
final class TestShop {
  private static Path folder;

  private TestShop() {}

  static synchronized Path folder() {
    if (folder == null) {
      try {
        Path fresh = Files.createTempDirectory("bookshop");
        Bookshop.open(fresh).close();
        folder = fresh;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }
}
