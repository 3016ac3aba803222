package dev.kindred.opensearch.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a stored model consists of. Immutable.
 *
 * @param name the model's name
 * @param version {@code name@version}
 * @param files its files
 */
public record StoredModel(String name, String version, List<StoredFile> files) {
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** No model has more. */
  public static final int MOST_FILES = 64;

  private static final int LONGEST_FILE = 128;

  /** Of all files: each is looked for when the model is declared whole. */
  private static final int MOST_CHUNKS = 10_000;

  /** One file: how many chunks, how many bytes, and the SHA-256 of all of them in hex. */
  public record StoredFile(String file, int chunks, long bytes, String sha256) {
    public StoredFile {
      requireFile(file);
      require(chunks >= 1 && chunks <= MOST_CHUNKS, "chunks", chunks, "1 to " + MOST_CHUNKS);
      require(bytes >= 0, "bytes", bytes, "at least 0");
      require(HASH.matcher(sha256).matches(), "sha256", sha256, "64 hexadecimal digits");
    }
  }

  public StoredModel {
    files = List.copyOf(files);
    require(version.startsWith(name + "@"), "version", version, name + "@ and a version");
    require(!files.isEmpty() && files.size() <= MOST_FILES, "files", files.size(), "1 to 64");
    int chunks = files.stream().mapToInt(StoredFile::chunks).sum();
    require(chunks <= MOST_CHUNKS, "chunks", chunks, "at most " + MOST_CHUNKS + " of all files");
  }

  private static void requireFile(String file) {
    boolean plain = file.length() <= LONGEST_FILE && FILE.matcher(file).matches();
    require(plain, "file", file, "a plain file name of at most " + LONGEST_FILE + " characters");
  }

  /**
   * That a chunk can be part of a model.
   *
   * @param chunk its number, from 0
   * @throws IllegalArgumentException naming what is wrong
   */
  public static void requireChunk(String file, int chunk) {
    requireFile(file);
    require(chunk >= 0 && chunk < MOST_CHUNKS, "chunk", chunk, "0 to " + (MOST_CHUNKS - 1));
  }

  private static void require(boolean holds, String what, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "[%s] of a model is '%s', expected %s", what, value, expected));
    }
  }

  /** The bytes of all files. */
  public long bytes() {
    return files.stream().mapToLong(StoredFile::bytes).sum();
  }

  Map<String, Object> source() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (StoredFile file : files) {
      list.add(
          Map.of(
              "file", file.file,
              "chunks", file.chunks,
              "bytes", file.bytes,
              "sha256", file.sha256));
    }
    return Map.of(ModelStore.NAME, name, ModelStore.VERSION, version, ModelStore.FILES, list);
  }

  /**
   * Reads {@code {"name": …, "version": …, "files": […]}}.
   *
   * @throws IllegalArgumentException naming what is missing or wrong
   */
  public static StoredModel read(Map<String, Object> source) {
    List<StoredFile> files = new ArrayList<>();
    Object list = source.get(ModelStore.FILES);
    require(list instanceof List<?>, ModelStore.FILES, list, "a list");
    for (Object entry : (List<?>) list) {
      require(entry instanceof Map<?, ?>, ModelStore.FILES, entry, "objects");
      Map<?, ?> file = (Map<?, ?>) entry;
      files.add(
          new StoredFile(
              String.valueOf(file.get("file")),
              Math.clamp(number(file, "chunks").longValue(), 0, Integer.MAX_VALUE),
              number(file, "bytes").longValue(),
              String.valueOf(file.get("sha256"))));
    }
    return new StoredModel(
        String.valueOf(source.get(ModelStore.NAME)),
        String.valueOf(source.get(ModelStore.VERSION)),
        files);
  }

  private static Number number(Map<?, ?> file, String key) {
    Object value = file.get(key);
    require(value instanceof Number, key, value, "a number");
    return (Number) value;
  }
}
