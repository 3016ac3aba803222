package dev.kindred.opensearch.model;

import dev.kindred.opensearch.model.StoredModel.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.opensearch.ExceptionsHelper;
import org.opensearch.OpenSearchStatusException;
import org.opensearch.ResourceAlreadyExistsException;
import org.opensearch.action.ActionRunnable;
import org.opensearch.action.DocWriteResponse.Result;
import org.opensearch.action.bulk.BulkRequest;
import org.opensearch.action.bulk.BulkResponse;
import org.opensearch.action.delete.DeleteRequest;
import org.opensearch.action.delete.DeleteResponse;
import org.opensearch.action.get.GetResponse;
import org.opensearch.action.get.MultiGetItemResponse;
import org.opensearch.action.get.MultiGetRequest;
import org.opensearch.action.search.SearchRequest;
import org.opensearch.action.support.IndicesOptions;
import org.opensearch.action.support.WriteRequest.RefreshPolicy;
import org.opensearch.common.util.concurrent.ThreadContext;
import org.opensearch.core.action.ActionListener;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.index.query.QueryBuilders;
import org.opensearch.search.builder.SearchSourceBuilder;
import org.opensearch.search.fetch.subphase.FetchSourceContext;
import org.opensearch.threadpool.ThreadPool;
import org.opensearch.transport.client.Client;

/** Puts, lists and deletes models in the system index. Its calls may block. */
public final class ModelAdmin {
  /** As many as the engine finds in one search: no cluster has more models. */
  private static final int MOST_FOUND = 10_000;

  private final Client client;
  private final Predicate<String> inUse;
  private final Predicate<String> exists;

  /**
   * @param inUse whether any index was written by the model of this {@code name@version}
   * @param exists whether the cluster has an index of this name, as far as this node knows
   */
  public ModelAdmin(Client client, Predicate<String> inUse, Predicate<String> exists) {
    this.client = client;
    this.inUse = inUse;
    this.exists = exists;
  }

  /** What is done off the network's threads, with the plugin's own rights to its own index. */
  @FunctionalInterface
  public interface Task<T> {
    T run() throws Exception;
  }

  /** Runs one of this class's calls on a thread that may block. */
  @SuppressWarnings("try") // the context is there to be closed
  public <T> void submit(Task<T> task, ActionListener<T> listener) {
    client
        .threadPool()
        .executor(ThreadPool.Names.GENERIC)
        .execute(
            ActionRunnable.supply(
                listener,
                () -> {
                  try (ThreadContext.StoredContext ignored =
                      client.threadPool().getThreadContext().stashContext()) {
                    return task.run();
                  }
                }));
  }

  /**
   * Stores one chunk of a file; the last thing put is {@link #complete}.
   *
   * @param data in base 64
   * @throws OpenSearchStatusException with status 409 when it would change a model that is whole
   */
  public void put(String version, String file, int chunk, String data) {
    ensureIndex();
    if (whole(version).isPresent()) {
      Optional<String> before = new Chunks(client).get(version, file, chunk);
      requireSame(version, before.isEmpty() || before.get().equals(data));
    }
    client
        .prepareIndex(ModelStore.INDEX)
        .setId(ModelStore.id(version, file, chunk))
        .setSource(Map.of(ModelStore.VERSION, version, ModelStore.DATA, data))
        .get();
  }

  /**
   * Declares the model whole, which is verified; from then on this version does not change.
   *
   * @throws OpenSearchStatusException with status 409 when chunks are missing or another model has
   *     the version, and 400 when the files are not what is declared
   */
  public void complete(StoredModel model) {
    ensureIndex();
    requireSame(model.version(), whole(model.version()).map(model::equals).orElse(true));
    List<String> missing = missing(model);
    if (!missing.isEmpty()) {
      throw new OpenSearchStatusException(
          "model ["
              + model.version()
              + "] lacks "
              + missing.size()
              + " chunks, the first is "
              + missing.getFirst()
              + "; put them, then this again",
          RestStatus.CONFLICT);
    }
    verify(model);
    client
        .prepareIndex(ModelStore.INDEX)
        .setId(ModelStore.id(model.version()))
        .setRefreshPolicy(RefreshPolicy.IMMEDIATE)
        .setSource(model.source())
        .get();
  }

  private Optional<StoredModel> whole(String version) {
    GetResponse found = client.prepareGet(ModelStore.INDEX, ModelStore.id(version)).get();
    return found.isExists()
        ? Optional.of(StoredModel.read(found.getSourceAsMap()))
        : Optional.empty();
  }

  private static void requireSame(String version, boolean same) {
    if (!same) {
      throw new OpenSearchStatusException(
          "model [" + version + "] is whole and does not change; put another version",
          RestStatus.CONFLICT);
    }
  }

  private void verify(StoredModel model) {
    for (StoredFile file : model.files()) {
      try {
        new Chunks(client).copy(model.version(), file, OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new OpenSearchStatusException(
            "model [" + model.version() + "]: " + e.getMessage() + "; put its chunks again",
            RestStatus.BAD_REQUEST,
            e);
      }
    }
  }

  private List<String> missing(StoredModel model) {
    MultiGetRequest chunks = new MultiGetRequest();
    for (StoredFile file : model.files()) {
      for (int chunk = 0; chunk < file.chunks(); chunk++) {
        chunks.add(
            new MultiGetRequest.Item(
                    ModelStore.INDEX, ModelStore.id(model.version(), file.file(), chunk))
                .fetchSourceContext(FetchSourceContext.DO_NOT_FETCH_SOURCE));
      }
    }
    List<String> missing = new ArrayList<>();
    for (MultiGetItemResponse one : client.multiGet(chunks).actionGet()) {
      if (one.isFailed() || !one.getResponse().isExists()) {
        missing.add(one.getId());
      }
    }
    return missing;
  }

  private void ensureIndex() {
    if (exists.test(ModelStore.INDEX)) {
      return;
    }
    try {
      client.admin().indices().create(ModelStore.creation()).actionGet();
    } catch (Exception e) {
      if (!(ExceptionsHelper.unwrapCause(e) instanceof ResourceAlreadyExistsException)) {
        throw e;
      }
    }
  }

  /** The whole models of this name; of all names when it is empty. */
  public List<StoredModel> list(String name) {
    var query =
        name.isEmpty()
            ? QueryBuilders.existsQuery(ModelStore.NAME)
            : QueryBuilders.termQuery(ModelStore.NAME, name);
    SearchRequest request =
        new SearchRequest(ModelStore.INDEX)
            .indicesOptions(IndicesOptions.lenientExpandOpenHidden())
            .source(new SearchSourceBuilder().query(query).size(MOST_FOUND));
    List<StoredModel> models = new ArrayList<>();
    client
        .search(request)
        .actionGet()
        .getHits()
        .forEach(hit -> models.add(StoredModel.read(hit.getSourceAsMap())));
    return models;
  }

  /**
   * Deletes a version of a model, or the chunks of one that was never declared whole.
   *
   * @return whether there was anything of it
   * @throws OpenSearchStatusException with status 409 while an index needs it
   */
  public boolean delete(String version) {
    if (inUse.test(version)) {
      throw new OpenSearchStatusException(
          "model [" + version + "] wrote into an index that is still here; delete the index first",
          RestStatus.CONFLICT);
    }
    ensureIndex();
    DeleteResponse whole = client.prepareDelete(ModelStore.INDEX, ModelStore.id(version)).get();
    boolean found = whole.getResult() == Result.DELETED;
    client.admin().indices().prepareRefresh(ModelStore.INDEX).get();
    for (BulkRequest some = chunks(version); some.numberOfActions() > 0; some = chunks(version)) {
      BulkResponse deleted = client.bulk(some).actionGet();
      if (deleted.hasFailures()) {
        throw new IllegalStateException(deleted.buildFailureMessage());
      }
      found = true;
    }
    return found;
  }

  /** Deletes as many chunks as can be found at once. */
  private BulkRequest chunks(String version) {
    SearchSourceBuilder source =
        new SearchSourceBuilder()
            .query(QueryBuilders.termQuery(ModelStore.VERSION, version))
            .fetchSource(false)
            .size(MOST_FOUND);
    BulkRequest chunks = new BulkRequest().setRefreshPolicy(RefreshPolicy.IMMEDIATE);
    client
        .search(new SearchRequest(ModelStore.INDEX).source(source))
        .actionGet()
        .getHits()
        .forEach(hit -> chunks.add(new DeleteRequest(ModelStore.INDEX, hit.getId())));
    return chunks;
  }
}
