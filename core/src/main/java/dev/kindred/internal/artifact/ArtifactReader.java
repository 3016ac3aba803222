package dev.kindred.internal.artifact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An artifact opened for reading: checksum verified, tensors memory-mapped. Every failure is an
 * {@link ArtifactException} that names the file, what was expected and what was found.
 */
public final class ArtifactReader {
  private final Path manifestFile;
  private final Path tensorFile;
  private final JsonNode manifest;
  private final Map<String, Tensor> tensors;

  private ArtifactReader(
      Path manifestFile, Path tensorFile, JsonNode manifest, Map<String, Tensor> tensors) {
    this.manifestFile = manifestFile;
    this.tensorFile = tensorFile;
    this.manifest = manifest;
    this.tensors = tensors;
  }

  /**
   * @param format the newest format the caller can read
   */
  public static ArtifactReader open(Path directory, int format) throws IOException {
    Path file = directory.resolve(ArtifactWriter.MANIFEST);
    JsonNode json = json(file);
    int found = json.path("format").asInt(-1);
    if (found < 1 || found > format) {
      throw new ArtifactException(
          file,
          String.format(
              Locale.ROOT,
              "format is %s; expected 1 to %s; read it with the release that wrote it",
              json.path("format"),
              format));
    }
    String name = text(file, json.path("tensors"), "tensors.file", "file");
    String sha256 = text(file, json.path("tensors"), "tensors.sha256", "sha256");
    Path tensors = directory.resolve(name);
    if (!directory.equals(tensors.getParent())) {
      throw new ArtifactException(file, "tensors.file is '" + name + "'; expected a file name");
    }
    return new ArtifactReader(file, tensors, json, Safetensors.open(tensors, sha256));
  }

  private static JsonNode json(Path file) throws IOException {
    try {
      return ArtifactJson.MAPPER.readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (NoSuchFileException e) {
      throw new ArtifactException(file, "no such file; expected a model directory", e);
    } catch (CharacterCodingException e) {
      throw new ArtifactException(file, "not UTF-8", e);
    } catch (JsonProcessingException e) {
      throw new ArtifactException(file, e.getMessage(), e);
    }
  }

  private static String text(Path file, JsonNode node, String path, String key)
      throws ArtifactException {
    if (!node.path(key).isTextual()) {
      throw new ArtifactException(file, path + " is missing or no string");
    }
    return node.path(key).asText();
  }

  /**
   * Another file of the artifact, read whole.
   *
   * @param name a plain file name
   * @param sha256 its checksum, in hex
   */
  public byte[] file(String name, String sha256) throws IOException {
    Path directory = manifestFile.toAbsolutePath().getParent();
    Path file = directory.resolve(name);
    if (!directory.equals(file.getParent())) {
      throw new ArtifactException(manifestFile, "'" + name + "' is no file name");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new ArtifactException(file, "no such file; the manifest names it", e);
    }
    String found = HexFormat.of().formatHex(Digests.sha256().digest(bytes));
    if (!found.equalsIgnoreCase(sha256)) {
      throw new ArtifactException(file, "sha256 is " + found + "; the manifest expects " + sha256);
    }
    return bytes;
  }

  /** A text value of the manifest. */
  public String text(String key) throws ArtifactException {
    return text(manifestFile, manifest, key, key);
  }

  /** The manifest as a record; keys it does not know are ignored, none may be missing. */
  public <T extends Record> T manifest(Class<T> type) throws ArtifactException {
    return convert("", manifest, type);
  }

  /** The settings as a record; keys it does not know are ignored, only {@link Later} may miss. */
  public <T extends Record> T settings(Class<T> type) throws ArtifactException {
    return convert("settings.", manifest.path("settings"), type);
  }

  private <T extends Record> T convert(String path, JsonNode node, Class<T> type)
      throws ArtifactException {
    for (RecordComponent component : type.getRecordComponents()) {
      String key = component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
      if (!node.has(key) && !component.isAnnotationPresent(Later.class)) {
        throw new ArtifactException(manifestFile, path + key + " is missing");
      }
    }
    try {
      return ArtifactJson.MAPPER.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw new ArtifactException(manifestFile, e.getOriginalMessage(), e);
    }
  }

  /**
   * @param shape the expected dimensions; a negative one expects anything
   */
  public Tensor tensor(String name, DType type, long... shape) throws ArtifactException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new ArtifactException(
          tensorFile,
          String.format(
              Locale.ROOT,
              "no tensor '%s'; it has: %s",
              name,
              String.join(", ", tensors.keySet())));
    }
    if (tensor.type() != type || !Shapes.fits(tensor.shape(), shape)) {
      throw new ArtifactException(
          tensorFile,
          String.format(
              Locale.ROOT,
              "tensor '%s' is %s%s; expected %s%s",
              name,
              tensor.type(),
              Shapes.text(tensor.shape()),
              type,
              Shapes.text(shape)));
    }
    return tensor;
  }

  /**
   * Where each of {@code count} rows of another tensor starts, and the end: an I64 tensor that
   * starts with 0 and never falls.
   */
  public int[] starts(String name, int count) throws ArtifactException {
    long[] stored = tensor(name, DType.I64, count + 1L).longs();
    int[] starts = new int[stored.length];
    for (int i = 0; i < starts.length; i++) {
      long least = i == 0 ? 0 : stored[i - 1];
      if (stored[i] < least || stored[i] > (i == 0 ? 0 : Integer.MAX_VALUE)) {
        throw new ArtifactException(
            tensorFile,
            String.format(
                Locale.ROOT,
                "tensor '%s' has %s at %s; expected it to start with 0 and never to fall",
                name,
                stored[i],
                i));
      }
      starts[i] = (int) stored[i];
    }
    return starts;
  }

  /** An I32 tensor of {@code count} row numbers, each from 0 to below {@code bound}. */
  public int[] ordinals(String name, int count, int bound) throws ArtifactException {
    int[] ordinals = tensor(name, DType.I32, count).ints();
    for (int i = 0; i < count; i++) {
      if (ordinals[i] < 0 || ordinals[i] >= bound) {
        throw new ArtifactException(
            tensorFile,
            String.format(
                Locale.ROOT,
                "tensor '%s' has %s at %s; expected 0 to %s",
                name,
                ordinals[i],
                i,
                bound - 1));
      }
    }
    return ordinals;
  }

  /** All elements of an F32 tensor, none of which is infinite or no number. */
  public float[] numbers(String name, long... shape) throws ArtifactException {
    float[] numbers = tensor(name, DType.F32, shape).floats();
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new ArtifactException(
            tensorFile,
            String.format(
                Locale.ROOT,
                "tensor '%s' has %s at %s; expected finite numbers",
                name,
                numbers[i],
                i));
      }
    }
    return numbers;
  }

  /** Distinct strings written by {@link ArtifactWriter#strings}. */
  public List<String> strings(String name) throws ArtifactException {
    ByteBuffer bytes = ByteBuffer.wrap(tensor(name + ".utf8", DType.U8, -1).bytes());
    long[] offsets = tensor(name + ".offsets", DType.I64, -1).longs();
    if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != bytes.limit()) {
      throw new ArtifactException(
          tensorFile,
          String.format(
              Locale.ROOT,
              "tensor '%s.offsets' must start with 0 and end with %s, the bytes of '%s.utf8'",
              name,
              bytes.limit(),
              name));
    }
    Map<String, Integer> strings = new LinkedHashMap<>();
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    for (int i = 0; i + 1 < offsets.length; i++) {
      String string = string(name, i, bytes, offsets[i], offsets[i + 1], decoder);
      Integer before = strings.putIfAbsent(string, i);
      if (before != null) {
        throw new ArtifactException(
            tensorFile,
            String.format(
                Locale.ROOT,
                "'%s' has \"%s\" at %s and again at %s; expected distinct strings",
                name,
                string,
                before,
                i));
      }
    }
    return List.copyOf(strings.keySet());
  }

  private String string(
      String name, int i, ByteBuffer bytes, long from, long to, CharsetDecoder decoder)
      throws ArtifactException {
    if (from < 0 || to < from || to > bytes.limit()) {
      throw new ArtifactException(
          tensorFile,
          String.format(
              Locale.ROOT,
              "tensor '%s.offsets' says string %s is %s to %s of %s bytes",
              name,
              i,
              from,
              to,
              bytes.limit()));
    }
    try {
      return decoder.decode(bytes.slice((int) from, (int) (to - from))).toString();
    } catch (CharacterCodingException e) {
      throw new ArtifactException(
          tensorFile,
          String.format(
              Locale.ROOT,
              "string %s of '%s', bytes %s to %s of '%s.utf8', is not UTF-8",
              i,
              name,
              from,
              to,
              name),
          e);
    }
  }

  /** Refuses a setting that is smaller than the query half can use. */
  public void requireAtLeast(int least, String name, int value) throws ArtifactException {
    require(value >= least, name, value, "at least " + least);
  }

  /**
   * Refuses a setting that the query half could not use.
   *
   * @param name of the setting
   * @param expected what it must be, in words
   */
  public void require(boolean holds, String name, Object value, String expected)
      throws ArtifactException {
    if (!holds) {
      throw new ArtifactException(
          manifestFile, "settings." + name + " is " + value + "; expected " + expected);
    }
  }
}
