package dev.kindred.opensearch.model;

import dev.kindred.model.Model;
import dev.kindred.model.registry.Models;
import dev.kindred.opensearch.model.StoredModel.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.util.IOUtils;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.action.get.GetResponse;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.IndexNotFoundException;
import org.opensearch.transport.client.Client;

/** Fetches a model's files from the system index into a temporary folder and opens them. */
final class ModelLoader {
  private final Client client;
  private final Path temporary;

  /**
   * @param temporary a folder that the node may write to
   */
  ModelLoader(Client client, Path temporary) {
    this.client = client;
    this.temporary = temporary;
  }

  /**
   * Blocks until the model is here.
   *
   * @param version {@code name@version}
   */
  @SuppressWarnings("try") // the context is there to be closed
  LoadedModel load(String version) {
    try (ThreadContext.StoredContext ignored =
        client.threadPool().getThreadContext().stashContext()) {
      StoredModel stored = stored(version);
      Files.createDirectories(temporary);
      Path folder = Files.createTempDirectory(temporary, "model");
      try {
        for (StoredFile file : stored.files()) {
          fetch(version, file, folder.resolve(file.file()));
        }
        Model model = Models.load(folder);
        require(version, model);
        return new LoadedModel(model, stored.bytes());
      } finally {
        // What is mapped stays readable; the names are not needed any more.
        IOUtils.rm(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("model " + version + ": " + e.getMessage(), e);
    }
  }

  private StoredModel stored(String version) {
    Map<String, Object> source = source(ModelStore.id(version), version);
    return StoredModel.read(source);
  }

  private Map<String, Object> source(String id, String version) {
    GetResponse found;
    try {
      found = client.prepareGet(ModelStore.INDEX, id).get();
    } catch (IndexNotFoundException e) {
      throw missing(version, e);
    }
    if (!found.isExists()) {
      throw missing(version, null);
    }
    return found.getSourceAsMap();
  }

  private static OpenSearchStatusException missing(String version, Exception cause) {
    return new OpenSearchStatusException(
        "the index was written by model ["
            + version
            + "], which this cluster does not have; push the index again or put the model",
        RestStatus.CONFLICT,
        cause);
  }

  private void fetch(String version, StoredFile file, Path target) throws IOException {
    try (OutputStream out = Files.newOutputStream(target)) {
      new Chunks(client).copy(version, file, out);
    }
  }

  private static void require(String version, Model model) throws IOException {
    if (!model.manifest().id().equals(version)) {
      throw new IOException("its manifest says " + model.manifest().id());
    }
  }
}
