package dev.kindred.benchmarks.peers.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Pairs to be scored, by the ordinals of the ratings.
 *
 * @param users one a pair
 * @param items one a pair
 */
public record Pairs(int[] users, int[] items) {
  public Pairs {
    if (users.length != items.length) {
      throw new IllegalArgumentException(users.length + " users, " + items.length + " items");
    }
  }

  public int size() {
    return users.length;
  }

  public void write(Path file) throws IOException {
    try (DataOutputStream out = Binary.out(file)) {
      Binary.write(out, users);
      Binary.write(out, items);
    }
  }

  public static Pairs read(Path file) throws IOException {
    try (DataInputStream in = Binary.in(file)) {
      return new Pairs(Binary.ints(in), Binary.ints(in));
    }
  }
}
