package dev.kindred.benchmarks.accuracy.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * NumPy's archive of arrays, as far as needed: tables of unsigned 32-bit numbers, and one pickled
 * object.
 */
public final class Npz {
  private static final Pattern TABLE =
      Pattern.compile(
          "'descr': '<u4', 'fortran_order': (True|False), 'shape': \\((\\d+), (\\d+)\\)");
  private static final Pattern OBJECT =
      Pattern.compile("'descr': '\\|O', 'fortran_order': False, 'shape': \\(\\)");
  private static final int MAGIC = 6;
  private static final int PREFIX = 10;

  private final Path file;

  public Npz(Path file) {
    this.file = file;
  }

  /** An array of two dimensions, by rows. */
  public int[][] table(String name) throws IOException {
    ByteBuffer array = array(name);
    Matcher header = header(name, array, TABLE);
    int rows = Integer.parseInt(header.group(2));
    int columns = Integer.parseInt(header.group(3));
    boolean byColumn = header.group(1).equals("True");
    int[][] table = new int[rows][columns];
    for (int i = 0; i < rows * columns; i++) {
      int value = array.getInt();
      if (byColumn) {
        table[i % rows][i / rows] = value;
      } else {
        table[i / columns][i % columns] = value;
      }
    }
    return table;
  }

  /** An array of no dimensions that holds an object: see {@link Pickle}. */
  public Object object(String name) throws IOException {
    ByteBuffer array = array(name);
    header(name, array, OBJECT);
    try {
      return Pickle.read(array);
    } catch (IOException e) {
      throw new IOException(file + ": " + name + ": " + e.getMessage(), e);
    }
  }

  private ByteBuffer array(String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name + ".npy");
      if (entry == null) {
        throw new IOException(file + ": no array '" + name + "'");
      }
      byte[] bytes = zip.getInputStream(entry).readAllBytes();
      return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /** Leaves the array at its first value. */
  private Matcher header(String name, ByteBuffer array, Pattern expected) throws IOException {
    byte[] magic = new byte[MAGIC];
    array.get(magic);
    int version = array.getShort();
    int length = array.getShort();
    byte[] text = new byte[length];
    array.get(PREFIX, text).position(PREFIX + length);
    String header = new String(text, StandardCharsets.ISO_8859_1);
    Matcher matcher = expected.matcher(header);
    if (magic[1] != 'N' || version != 1 || !matcher.find()) {
      throw new IOException(
          file + ": array '" + name + "' is " + header.strip() + ", expected " + expected);
    }
    return matcher;
  }
}
