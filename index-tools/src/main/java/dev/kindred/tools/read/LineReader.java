package dev.kindred.tools.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * Lines without their ends, whether LF or CRLF; the last needs none. Blank lines are passed over.
 */
final class LineReader implements Closeable {
  private static final int LONGEST = 1 << 24;
  private final String file;
  private final InputStream in;
  private final Charset charset;
  private byte[] buffer = new byte[1 << 16];
  private int start;
  private int end;
  private long line;

  LineReader(String file, InputStream in, Charset charset) {
    this.file = file;
    this.in = in;
    this.charset = charset;
  }

  /** The number of the line given last, from 1. */
  long line() {
    return line;
  }

  /** The next line that is not blank, or null at the end. */
  String next() throws IOException {
    while (true) {
      int stop = findEnd();
      if (stop < 0) {
        return null;
      }
      int from = start;
      start = Math.min(stop + 1, end);
      line++;
      int to = stop > from && buffer[stop - 1] == '\r' ? stop - 1 : stop;
      if (!blank(from, to)) {
        return new String(buffer, from, to - from, charset);
      }
    }
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Where the line that starts at {@code start} ends in the buffer; -1 when there is none. */
  private int findEnd() throws IOException {
    int scanned = start;
    while (true) {
      for (int i = scanned; i < end; i++) {
        if (buffer[i] == '\n') {
          return i;
        }
      }
      int length = end - start;
      if (!fill()) {
        return length == 0 ? -1 : end;
      }
      scanned = start + length;
    }
  }

  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    if (end == buffer.length) {
      if (end >= LONGEST) {
        throw new InputException(
            file,
            line + 1,
            "the line is longer than " + LONGEST + " bytes",
            "check that this is a text file with one record a line");
      }
      buffer = Arrays.copyOf(buffer, end * 2);
    }
    int count = in.read(buffer, end, buffer.length - end);
    end += Math.max(0, count);
    return count >= 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
