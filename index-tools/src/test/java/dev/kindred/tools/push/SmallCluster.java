package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As much of a cluster's REST interface as a push needs, over HTTP; it keeps what it is sent. */
final class SmallCluster implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Documents by index and id. */
  final Map<String, Map<String, JsonNode>> indices = new TreeMap<>();

  /** Indexes by alias. */
  final Map<String, String> aliases = new TreeMap<>();

  /** Such as {@code PUT /shop}. */
  final List<String> asked = new ArrayList<>();

  /** The header by which requests say who asks; null when the last said nothing. */
  String caller;

  private final HttpServer server;

  SmallCluster() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * @param user such as {@code ann:secret@}; empty for nobody
   */
  URI address(String user, String path) {
    return URI.create("http://" + user + "127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(exchange.getRequestMethod() + " " + path);
    caller = exchange.getRequestHeaders().getFirst("authorization");
    ObjectNode answer = answer(exchange.getRequestMethod(), path.substring(1).split("/"), body);
    byte[] bytes = (answer == null ? "{}" : answer.toString()).getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer == null ? 404 : 200, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  /** Null for what is not there. */
  private ObjectNode answer(String method, String[] path, String body) throws IOException {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    String index = path[0];
    return switch (path[path.length - 1]) {
      case "_bulk" -> bulk(indices.get(index), body.lines().toList(), answer.putArray("items"));
      case "_mget" -> found(indices.get(index), JSON.readTree(body), answer.putArray("docs"));
      case "_count" -> answer.put("count", indices.get(index).size());
      case "_aliases" -> moved(JSON.readTree(body), answer);
      default -> {
        if (method.equals("PUT") && path.length == 1) {
          indices.put(index, new TreeMap<>());
        } else if (index.equals("_alias")) {
          String target = aliases.get(path[1]);
          yield target == null ? null : answer.set(target, JSON.createObjectNode());
        } else if (method.equals("HEAD")) {
          yield indices.containsKey(index) || aliases.containsKey(index) ? answer : null;
        }
        yield answer;
      }
    };
  }

  private static ObjectNode bulk(Map<String, JsonNode> index, List<String> lines, ArrayNode items)
      throws IOException {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < lines.size(); i += 2) {
      JsonNode head = JSON.readTree(lines.get(i));
      String action = head.fieldNames().next();
      String id = head.path(action).path("_id").asText();
      index.put(id, JSON.readTree(lines.get(i + 1)));
      items.addObject().putObject(action).put("_id", id).put("status", 201);
    }
    return answer.set("items", items);
  }

  private static ObjectNode found(Map<String, JsonNode> index, JsonNode wanted, ArrayNode docs) {
    for (JsonNode id : wanted.path("ids")) {
      docs.addObject().put("_id", id.asText()).put("found", index.containsKey(id.asText()));
    }
    return JsonNodeFactory.instance.objectNode().set("docs", docs);
  }

  private ObjectNode moved(JsonNode body, ObjectNode answer) {
    for (JsonNode action : body.path("actions")) {
      JsonNode add = action.path("add");
      if (!add.isMissingNode()) {
        aliases.put(add.path("alias").asText(), add.path("index").asText());
      }
    }
    return answer;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
