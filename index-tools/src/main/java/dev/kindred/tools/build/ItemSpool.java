package dev.kindred.tools.build;

import dev.kindred.data.Item;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The catalogue in a temporary file: a source is read once, trainers and the index writer iterate
 * as often as they like, and no more than an item at a time is in memory beside the ids. Of several
 * items with one id the last counts. Written by one thread, then read by any.
 */
final class ItemSpool implements Iterable<Item>, Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private final Map<String, Integer> last = new HashMap<>();
  private int written;

  /**
   * @param file is made, and removed by {@link #close}
   */
  ItemSpool(Path file) throws IOException {
    this.file = file;
    this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  void add(Item item) throws IOException {
    ItemCodec.write(item, out);
    last.put(item.id(), written++);
  }

  /** Must come between the last {@link #add} and the first iteration. */
  void finish() throws IOException {
    out.close();
  }

  boolean contains(String itemId) {
    return last.containsKey(itemId);
  }

  /** How many items there are, each id counted once. */
  int size() {
    return last.size();
  }

  /** How many items were replaced by a later one of the same id. */
  int replaced() {
    return written - last.size();
  }

  @Override
  public Iterator<Item> iterator() {
    try {
      return new Reading(
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Reading implements Iterator<Item> {
    private final DataInputStream in;
    private int read;
    private Item next;

    Reading(DataInputStream in) throws IOException {
      this.in = in;
      next = advance();
    }

    private Item advance() throws IOException {
      while (read < written) {
        Item item = ItemCodec.read(in);
        if (last.get(item.id()) == read++) {
          return item;
        }
      }
      in.close();
      return null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public Item next() {
      if (next == null) {
        throw new NoSuchElementException();
      }
      Item item = next;
      try {
        next = advance();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return item;
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
