package dev.kindred;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds bytes in files of any size (Knuth, Morris and Pratt 1977). */
final class ByteSearch {
  private final byte[] wanted;
  private final int[] fallback;

  /**
   * @param wanted at least one byte
   */
  ByteSearch(byte[] wanted) {
    this.wanted = wanted.clone();
    this.fallback = new int[wanted.length];
    for (int i = 1; i < wanted.length; i++) {
      fallback[i] = next(fallback[i - 1], wanted[i]);
    }
  }

  /** How much of what is wanted ends at this byte, when so much ended at the one before. */
  private int next(int matched, byte b) {
    int length = matched;
    while (length > 0 && wanted[length] != b) {
      length = fallback[length - 1];
    }
    return wanted[length] == b ? length + 1 : 0;
  }

  boolean in(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      int matched = 0;
      for (int b = in.read(); b >= 0; b = in.read()) {
        matched = next(matched, (byte) b);
        if (matched == wanted.length) {
          return true;
        }
      }
      return false;
    }
  }
}
