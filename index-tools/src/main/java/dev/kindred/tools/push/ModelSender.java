package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.internal.artifact.Digests;
import dev.kindred.model.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Puts a model's files into the cluster, chunk by chunk; one that is there whole is left. */
final class ModelSender {
  private static final int CHUNK = 1 << 20;

  private final Cluster cluster;

  ModelSender(Cluster cluster) {
    this.cluster = cluster;
  }

  /**
   * @param folder the model's artifact
   */
  void send(Manifest manifest, Path folder) throws IOException {
    String path = "/_plugins/_kindred/models/" + encoded(manifest.name());
    if (isThere(path, manifest.id())) {
      return;
    }
    String version = "?version=" + encoded(manifest.version());
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    ArrayNode files = whole.putArray("files");
    for (Path file : files(folder)) {
      files.add(send(path + version, file));
    }
    cluster.need("PUT", path + version, whole);
  }

  private boolean isThere(String path, String id) throws IOException {
    for (JsonNode model : cluster.need("GET", path, null).path("models")) {
      if (model.path("version").asText().equals(id)) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private ObjectNode send(String path, Path file) throws IOException {
    String name = file.getFileName().toString();
    MessageDigest digest = Digests.sha256();
    int chunks = 0;
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(CHUNK);
      do {
        digest.update(bytes);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("data", Base64.getEncoder().encodeToString(bytes));
        cluster.need("PUT", path + "&file=" + encoded(name) + "&chunk=" + chunks, body);
        chunks++;
        bytes = in.readNBytes(CHUNK);
      } while (bytes.length > 0);
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("file", name)
        .put("chunks", chunks)
        .put("bytes", Files.size(file))
        .put("sha256", HexFormat.of().formatHex(digest.digest()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
