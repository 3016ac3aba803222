package dev.kindred.internal.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Collects tensors and writes them with a manifest: {@code model.safetensors} first, {@code
 * manifest.json} last, so that a directory with a manifest is complete. Equal content gives equal
 * bytes. Not thread-safe.
 */
public final class ArtifactWriter {
  static final String MANIFEST = "manifest.json";
  static final String TENSORS = "model.safetensors";

  private final Map<String, Tensor> tensors = new TreeMap<>();

  public ArtifactWriter tensor(String name, Tensor tensor) {
    tensors.put(name, tensor);
    return this;
  }

  /**
   * Strings as two tensors: {@code name.utf8} holds their bytes one after another, {@code
   * name.offsets} where each starts, and the end.
   */
  public ArtifactWriter strings(String name, List<String> strings) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    long[] offsets = new long[strings.size() + 1];
    for (int i = 0; i < strings.size(); i++) {
      bytes.writeBytes(strings.get(i).getBytes(StandardCharsets.UTF_8));
      offsets[i + 1] = bytes.size();
    }
    tensor(name + ".utf8", Tensor.of(bytes.toByteArray()));
    return tensor(name + ".offsets", Tensor.of(offsets));
  }

  /**
   * @param directory must exist and hold no artifact
   * @param manifest a record
   * @param settings a record: what the query half needs beside tensors
   */
  public void write(Path directory, Object manifest, Object settings) throws IOException {
    ObjectNode json = ArtifactJson.MAPPER.valueToTree(manifest);
    json.set("settings", ArtifactJson.MAPPER.valueToTree(settings));
    String sha256 = SafetensorsWriter.write(directory.resolve(TENSORS), tensors);
    json.putObject("tensors").put("file", TENSORS).put("sha256", sha256);
    String text = ArtifactJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    Path partial = directory.resolve(MANIFEST + ".partial");
    Files.writeString(partial, text.replace("\r\n", "\n") + "\n", StandardCharsets.UTF_8);
    Files.move(partial, directory.resolve(MANIFEST));
  }
}
