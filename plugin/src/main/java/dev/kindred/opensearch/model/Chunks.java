package dev.kindred.opensearch.model;

import dev.kindred.opensearch.model.StoredModel.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.opensearch.action.get.GetResponse;
import org.opensearch.common.hash.MessageDigests;
import org.opensearch.transport.client.Client;

/** The stored chunks of files. Its calls block. */
record Chunks(Client client) {
  /** A chunk in base 64. */
  Optional<String> get(String version, String file, int chunk) {
    GetResponse found =
        client.prepareGet(ModelStore.INDEX, ModelStore.id(version, file, chunk)).get();
    return found.isExists()
        ? Optional.of((String) found.getSourceAsMap().get(ModelStore.DATA))
        : Optional.empty();
  }

  /**
   * Writes a file.
   *
   * @throws IOException when a chunk is missing, or all together are not what was declared
   */
  void copy(String version, StoredFile file, OutputStream target) throws IOException {
    MessageDigest digest = MessageDigests.sha256();
    OutputStream out = new DigestOutputStream(target, digest);
    long bytes = 0;
    for (int chunk = 0; chunk < file.chunks(); chunk++) {
      String data = get(version, file.file(), chunk).orElse(null);
      if (data == null) {
        throw new IOException("chunk " + chunk + " of file " + file.file() + " is not stored");
      }
      byte[] part = Base64.getDecoder().decode(data);
      bytes += part.length;
      out.write(part);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    if (bytes != file.bytes() || !hash.equals(file.sha256())) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "file %s has %d bytes and SHA-256 %s, declared are %d and %s",
              file.file(),
              bytes,
              hash,
              file.bytes(),
              file.sha256()));
    }
  }
}
