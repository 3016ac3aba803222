package dev.kindred.tools.read;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Bytes with a name: a file, or a stream that can be read once. Gzip is undone by its magic. */
final class Input {
  private static final int BUFFER = 1 << 16;
  private final String name;
  private final Opener opener;

  private interface Opener {
    InputStream open() throws IOException;
  }

  private Input(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  static Input file(Path path) {
    String name = path.toString();
    if (Files.isDirectory(path)) {
      throw new InputException(name, 0, "it is a folder, expected a file", "name a file in it");
    }
    if (!Files.exists(path)) {
      throw new InputException(name, 0, "there is no such file", "check the path");
    }
    return new Input(name, () -> plain(Files.newInputStream(path)));
  }

  /** The stream can be read once, and is left open for whoever opened it. */
  static Input stream(String name, InputStream in) throws IOException {
    InputStream plain = plain(in);
    return new Input(name, () -> new Unclosed(plain));
  }

  String name() {
    return name;
  }

  /** The text at the start, for telling formats apart; the last character may be spoiled. */
  String head() {
    try (InputStream in = opener.open()) {
      in.mark(BUFFER);
      byte[] head = in.readNBytes(BUFFER - 1);
      in.reset();
      String text = new String(head, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw broken(0, e);
    }
  }

  /** The bytes as they are. */
  InputStream open() throws IOException {
    return opener.open();
  }

  /** The bytes, checked to be UTF-8 and without a byte order mark. */
  InputStream utf8() throws IOException {
    return new Utf8Guard(name, opener.open());
  }

  /** The error for a failure to read. */
  InputException broken(long line, IOException cause) {
    if (cause instanceof ZipException || cause instanceof EOFException) {
      return new InputException(
          name, line, "the gzip data are damaged after this line", "fetch the file again", cause);
    }
    return new InputException(
        name, line, "it cannot be read (" + cause + ")", "check the file and the disk", cause);
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    in.mark(2);
    boolean gzip = in.read() == 0x1F && in.read() == 0x8B;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
