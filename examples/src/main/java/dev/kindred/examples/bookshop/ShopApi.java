package dev.kindred.examples.bookshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.data.Item;
import dev.kindred.request.Request;
import dev.kindred.tools.cli.Answer;
import dev.kindred.tools.cli.AnswerJson;
import dev.kindred.tools.cli.Json;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the web page asks for, as JSON. */
final class ShopApi {
  private static final int DEFAULT_SIZE = 10;
  private static final int LARGEST_SIZE = 100;
  private static final int LARGEST_FROM = 400;

  private final Bookshop shop;
  private final Map<String, Endpoint> endpoints =
      Map.of(
          "/api/search", new Endpoint(Set.of("q", "user", "from", "size"), this::search),
          "/api/like", new Endpoint(Set.of("id", "user", "from", "size"), this::like),
          "/api/recommend", new Endpoint(Set.of("user", "from", "size"), this::recommend),
          "/api/readers", new Endpoint(Set.of(), this::readers),
          "/api/item", new Endpoint(Set.of("id"), this::item));

  ShopApi(Bookshop shop) {
    this.shop = shop;
  }

  private interface Handler {
    JsonNode answer(Parameters parameters) throws IOException;
  }

  private record Endpoint(Set<String> parameters, Handler handler) {}

  /**
   * @throws BadRequest when there is no such endpoint, item or reader, or a parameter is wrong
   */
  JsonNode answer(URI uri) throws IOException {
    Endpoint endpoint = endpoints.get(uri.getPath());
    if (endpoint == null) {
      throw new BadRequest(404, "there is nothing at " + uri.getPath());
    }
    return endpoint.handler.answer(Parameters.of(uri, endpoint.parameters));
  }

  private JsonNode search(Parameters given) throws IOException {
    return ask(Request.search(given.required("q")).forUser(reader(given)), given);
  }

  private JsonNode like(Parameters given) throws IOException {
    Item item = known(given.required("id"));
    return ask(Request.like(item.id()).forUser(reader(given)), given);
  }

  private JsonNode recommend(Parameters given) throws IOException {
    given.required("user");
    return ask(Request.user(reader(given)), given);
  }

  private JsonNode ask(Request request, Parameters given) throws IOException {
    Request page =
        request
            .from(given.number("from", 0, 0, LARGEST_FROM))
            .size(given.number("size", DEFAULT_SIZE, 1, LARGEST_SIZE))
            .explain();
    return AnswerJson.of(Answer.of(shop.recommender(), page, UUID.randomUUID().toString()));
  }

  /** Null when the parameter is absent. */
  private String reader(Parameters given) throws IOException {
    String id = given.optional("user");
    if (id != null && shop.recommender().users().find(id).isEmpty()) {
      throw new BadRequest(404, "there is no reader '" + id + "'");
    }
    return id;
  }

  private JsonNode readers(Parameters given) throws IOException {
    ObjectNode json = Json.object();
    var readers = json.putArray("readers");
    for (String id : shop.readers()) {
      ObjectNode reader = readers.addObject();
      reader.put("id", id);
      List<String> latest = shop.latest(id, 3);
      reader.set("latest", Json.tree(latest));
    }
    return json;
  }

  private JsonNode item(Parameters given) {
    Item item = known(given.required("id"));
    ObjectNode json = Json.object().put("id", item.id());
    json.set("fields", Json.tree(item.fields()));
    return json;
  }

  private Item known(String id) {
    return shop.book(id).orElseThrow(() -> new BadRequest(404, "there is no book '" + id + "'"));
  }
}
