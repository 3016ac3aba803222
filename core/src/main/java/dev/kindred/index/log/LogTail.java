package dev.kindred.index.log;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Reads a log file, and later what was added to it. A last frame that is not whole is left for
 * later: it is being written, or a crash cut it short. Not thread-safe.
 */
public final class LogTail {
  private final Path file;
  private long at;

  public LogTail(Path file) {
    this.file = file;
  }

  /**
   * The entries of frames that were not read before.
   *
   * @throws java.nio.file.NoSuchFileException when the file is gone
   * @throws IOException when a frame is damaged and whole ones follow it
   */
  public List<Entry> read() throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long unread = channel.size() - at;
      if (unread < LogFile.HEAD) {
        return List.of();
      }
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(unread));
      while (bytes.hasRemaining() && channel.read(bytes, at + bytes.position()) >= 0) {
        // Read on to the end that was seen.
      }
      byte[] read = new byte[bytes.flip().remaining()];
      bytes.get(read);
      return entries(read);
    }
  }

  /** How many bytes of the file are whole frames that were read. */
  public long end() {
    return at;
  }

  private List<Entry> entries(byte[] bytes) throws IOException {
    List<Entry> entries = new ArrayList<>();
    int good = 0;
    for (int length = whole(bytes, 0); length > 0; length = whole(bytes, good)) {
      var body = new ByteArrayInputStream(bytes, good + LogFile.HEAD, length);
      entries.addAll(EntryCodec.read(new DataInputStream(body)));
      good += LogFile.HEAD + length;
    }
    for (int later = good + 1; later + LogFile.HEAD < bytes.length; later++) {
      if (whole(bytes, later) > 0) {
        throw new IOException(
            file
                + ": damaged at byte "
                + (at + good)
                + ", whole records follow at byte "
                + (at + later)
                + "; restore the file, or move it away to go on without its events");
      }
    }
    at += good;
    return entries;
  }

  /** The length of the body of the whole frame that begins there; 0 when none does. */
  private static int whole(byte[] bytes, int from) {
    if (bytes.length - from < LogFile.HEAD) {
      return 0;
    }
    ByteBuffer head = ByteBuffer.wrap(bytes, from, LogFile.HEAD);
    int magic = head.getInt();
    int length = head.getInt();
    if (magic != LogFile.MAGIC || length <= 0 || length > bytes.length - from - LogFile.HEAD) {
      return 0;
    }
    CRC32C sum = new CRC32C();
    sum.update(bytes, from + LogFile.HEAD, length);
    return (int) sum.getValue() == head.getInt() ? length : 0;
  }
}
