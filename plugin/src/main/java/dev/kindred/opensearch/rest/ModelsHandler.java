package dev.kindred.opensearch.rest;

import dev.kindred.internal.registry.Unknown;
import dev.kindred.opensearch.model.ModelAdmin;
import dev.kindred.opensearch.model.ModelStore;
import dev.kindred.opensearch.model.StoredModel;
import dev.kindred.opensearch.parse.Values;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.opensearch.core.action.ActionListener;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.RestChannel;
import org.opensearch.rest.RestRequest;
import org.opensearch.rest.RestRequest.Method;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code /_plugins/_kindred/models/{name}}: {@code PUT} with {@code version}, {@code file} and
 * {@code chunk} stores {@code {"data": "base 64"}}; {@code PUT} of {@code {"files": […]}} declares
 * the version whole; {@code GET} lists; {@code DELETE} with {@code version} deletes.
 */
public final class ModelsHandler extends BaseRestHandler {
  private static final String PATH = "/_plugins/_kindred/models";

  /** Of characters in base 64, which are four for three bytes; what has more is not decoded. */
  private static final int LONGEST_DATA = 2 * ModelStore.CHUNK;

  private static final int LONGEST_NAME = 128;

  private final ModelAdmin models;

  public ModelsHandler(ModelAdmin models) {
    this.models = models;
  }

  @Override
  public String getName() {
    return "kindred_models";
  }

  @Override
  public List<Route> routes() {
    return List.of(
        new Route(Method.GET, PATH),
        new Route(Method.GET, PATH + "/{name}"),
        new Route(Method.PUT, PATH + "/{name}"),
        new Route(Method.DELETE, PATH + "/{name}"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client)
      throws IOException {
    String name = request.param("name", "");
    return switch (request.method()) {
      case GET -> channel -> models.submit(() -> models.list(name), listed(channel));
      case DELETE -> {
        String id = id(name, request);
        yield channel -> models.submit(() -> models.delete(id), deleted(channel, id));
      }
      default -> put(request, name, id(name, request));
    };
  }

  private RestChannelConsumer put(RestRequest request, String name, String id) throws IOException {
    String file = request.param("file");
    return file == null ? declare(request, name, id) : chunk(request, id, file);
  }

  private RestChannelConsumer declare(RestRequest request, String name, String id)
      throws IOException {
    Map<String, Object> body = new HashMap<>(Map.of("name", name, "version", id));
    Body.read(
        request,
        (key, parser) -> {
          requireKey(key, "files");
          body.put(key, Values.objects(key, parser, StoredModel.MOST_FILES));
        });
    StoredModel model = StoredModel.read(body);
    return channel ->
        models.submit(
            () -> {
              models.complete(model);
              return id;
            },
            stored(channel));
  }

  private RestChannelConsumer chunk(RestRequest request, String id, String file)
      throws IOException {
    int chunk = request.paramAsInt("chunk", 0);
    StoredModel.requireChunk(file, chunk);
    String[] data = new String[1];
    Body.read(
        request,
        (key, parser) -> {
          requireKey(key, "data");
          data[0] = Values.text(key, parser, LONGEST_DATA);
        });
    require(data[0]);
    return channel ->
        models.submit(
            () -> {
              models.put(id, file, chunk, data[0]);
              return id;
            },
            stored(channel));
  }

  private static void requireKey(String key, String known) {
    if (!key.equals(known)) {
      throw new IllegalArgumentException(Unknown.message("key", key, Set.of(known)));
    }
  }

  private static void require(String data) {
    if (data == null) {
      throw new IllegalArgumentException("a chunk needs {\"data\": \"base 64\"}");
    }
    int bytes = bytes(data);
    if (bytes > ModelStore.CHUNK) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "the chunk has %d bytes, at most %d", bytes, ModelStore.CHUNK));
    }
  }

  private static int bytes(String data) {
    try {
      return Base64.getDecoder().decode(data).length;
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "[data] is no base 64, which has no line ends either: " + e.getMessage(), e);
    }
  }

  private static String id(String name, RestRequest request) {
    String version = request.param("version", "");
    if (version.isEmpty()) {
      throw new IllegalArgumentException(
          "name the version: /_plugins/_kindred/models/" + name + "?version=…");
    }
    if (name.length() > LONGEST_NAME || version.length() > LONGEST_NAME) {
      throw new IllegalArgumentException(
          "a model's name and version have at most "
              + LONGEST_NAME
              + " characters, got "
              + name.length()
              + " and "
              + version.length());
    }
    return name + "@" + version;
  }

  private static ActionListener<String> stored(RestChannel channel) {
    return new JsonListener<>(
        channel, (json, version) -> json.field("version", version).field("acknowledged", true));
  }

  private static ActionListener<Boolean> deleted(RestChannel channel, String version) {
    return new JsonListener<>(
        channel, (json, found) -> json.field("version", version).field("deleted", found));
  }

  private static ActionListener<List<StoredModel>> listed(RestChannel channel) {
    return new JsonListener<>(
        channel,
        (json, list) -> {
          json.startArray("models");
          for (StoredModel model : list) {
            json.startObject().field("name", model.name()).field("version", model.version());
            json.field("bytes", model.bytes()).endObject();
          }
          json.endArray();
        });
  }
}
