package dev.kindred.index.log;

import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.lucene.util.IOUtils;

/**
 * A log file that is being written: frames of magic, length, CRC-32C and entries, one after the
 * other. A stream, not a channel: an interrupted thread would close a channel, and with it the log.
 * For one thread at a time.
 */
public final class LogFile implements Closeable {
  static final int MAGIC = 0x4b4c4f47;
  static final int HEAD = 12;

  private final FileOutputStream out;

  private LogFile(FileOutputStream out) {
    this.out = out;
  }

  /** A new file, whose name is on the disk when this returns. */
  public static LogFile create(Path file) throws IOException {
    Files.createFile(file);
    IOUtils.fsync(file.getParent(), true);
    return new LogFile(new FileOutputStream(file.toFile()));
  }

  /** Goes on with a file that ends in a whole frame, or is empty. */
  public static LogFile append(Path file) throws IOException {
    return new LogFile(new FileOutputStream(file.toFile(), true));
  }

  /** Writes the entries as one frame; when this returns they survive a crash, all together. */
  public void write(List<? extends Entry> entries) throws IOException {
    byte[] body = EntryCodec.write(entries);
    CRC32C sum = new CRC32C();
    sum.update(body);
    ByteBuffer frame = ByteBuffer.allocate(HEAD + body.length);
    frame.putInt(MAGIC).putInt(body.length).putInt((int) sum.getValue()).put(body);
    out.write(frame.array());
    out.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
