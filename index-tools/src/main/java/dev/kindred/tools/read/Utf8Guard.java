package dev.kindred.tools.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;

/**
 * Passes UTF-8 through, without a leading byte order mark, and stops with the line and the byte
 * offset at the first byte that cannot be UTF-8. Whatever decodes behind it may take the bytes as
 * sound.
 */
final class Utf8Guard extends FilterInputStream {
  private static final int[] MARK = {0xEF, 0xBB, 0xBF};

  /** What UTF-16 begins with, either way. */
  private static final Set<String> WIDE = Set.of("byte 0xFF", "byte 0xFE");

  private final String file;
  private long offset;
  private long line = 1;
  private int pending;
  private int low = 0x80;
  private int high = 0xBF;

  /** The stream must support {@link #mark}. */
  Utf8Guard(String file, InputStream in) throws IOException {
    super(in);
    this.file = file;
    in.mark(MARK.length);
    for (int expected : MARK) {
      if (in.read() != expected) {
        in.reset();
        return;
      }
    }
    offset = MARK.length;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int off, int len) throws IOException {
    int count = in.read(bytes, off, len);
    if (count < 0 && pending > 0) {
      throw malformed("it ends within a character");
    }
    for (int i = off; i < off + count; i++) {
      check(bytes[i]);
      offset++;
    }
    return count;
  }

  private void check(byte next) {
    if (pending == 0) {
      if (next >= 0) {
        if (next == '\n') {
          line++;
        }
        return;
      }
      lead(next & 0xFF);
    } else {
      int unsigned = next & 0xFF;
      if (unsigned < low || unsigned > high) {
        throw malformed(String.format(Locale.ROOT, "byte 0x%02X", unsigned));
      }
      low = 0x80;
      high = 0xBF;
      pending--;
    }
  }

  /** Unicode, table 3-7: how many bytes follow, and which the first of them may be. */
  private void lead(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      pending = 1;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
      pending = 2;
      low = lead == 0xE0 ? 0xA0 : 0x80;
      high = lead == 0xED ? 0x9F : 0xBF;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
      pending = 3;
      low = lead == 0xF0 ? 0x90 : 0x80;
      high = lead == 0xF4 ? 0x8F : 0xBF;
    } else {
      throw malformed(String.format(Locale.ROOT, "byte 0x%02X", lead));
    }
  }

  private InputException malformed(String what) {
    boolean wide = offset == 0 && WIDE.contains(what);
    return new InputException(
        file,
        line,
        what + " at offset " + offset + " is not UTF-8, which was expected",
        "convert the file to UTF-8, for example with iconv -f "
            + (wide ? "UTF-16" : "ISO-8859-1")
            + " -t UTF-8");
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
