package dev.kindred.benchmarks.peers.child;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What is learned from: rating r was given by {@code users.get(user[r])} to {@code
 * items.get(item[r])}; a user's ratings stand together, in the order they were given.
 *
 * @param users ids by ordinal
 * @param items ids by ordinal, of those without ratings too
 * @param explicit whether values are stars, or strengths of plain feedback
 */
public record Ratings(
    List<String> users,
    List<String> items,
    boolean explicit,
    int[] user,
    int[] item,
    float[] value) {
  public Ratings {
    users = List.copyOf(users);
    items = List.copyOf(items);
    if (user.length != item.length || user.length != value.length) {
      throw new IllegalArgumentException(
          user.length + " users, " + item.length + " items, " + value.length + " values");
    }
  }

  /** How many there are. */
  public int size() {
    return user.length;
  }

  public void write(Path file) throws IOException {
    try (DataOutputStream out = Binary.out(file)) {
      Binary.write(out, users);
      Binary.write(out, items);
      out.writeBoolean(explicit);
      Binary.write(out, user);
      Binary.write(out, item);
      Binary.write(out, value);
    }
  }

  public static Ratings read(Path file) throws IOException {
    try (DataInputStream in = Binary.in(file)) {
      return new Ratings(
          Binary.strings(in),
          Binary.strings(in),
          in.readBoolean(),
          Binary.ints(in),
          Binary.ints(in),
          Binary.floats(in));
    }
  }
}
