package dev.kindred.tools.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small HTTP server that takes documents as a busy or strict cluster does. */
class BulkSenderTest {
  private final List<String> taken = new ArrayList<>();
  private HttpServer server;
  private Cluster cluster;
  private int busy;
  private String poison = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/shop/_bulk", this::bulk);
    server.start();
    cluster = new Cluster(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void close() {
    cluster.close();
    server.stop(0);
  }

  /** Refuses the first of every request while it is busy, and poison always. */
  private void bulk(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = body.lines().toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode items = answer.putArray("items");
    boolean refuse = busy-- > 0;
    for (int i = 0; i < lines.size(); i += 2) {
      JsonNode head = new ObjectMapper().readTree(lines.get(i));
      String action = head.fieldNames().next();
      String id = head.path(action).path("_id").asText();
      ObjectNode item = items.addObject().putObject(action).put("_id", id);
      if (id.equals(poison)) {
        item.put("status", 400).putObject("error").put("reason", "no number");
      } else if (refuse && i == 0) {
        item.put("status", 429);
      } else {
        boolean again = taken.contains(id) && action.equals("create");
        item.put("status", again ? 409 : 201);
        taken.add(id);
      }
    }
    byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static ObjectNode document() {
    return JsonNodeFactory.instance.objectNode().put("title", "Dracula");
  }

  @Test
  void whatABusyClusterRefusedIsSentAgain() throws IOException {
    busy = 2;
    BulkSender bulk = new BulkSender(cluster, "shop", "index");
    for (int i = 0; i < 5; i++) {
      bulk.add("book" + i, document());
    }
    bulk.flush();
    assertThat(taken).containsExactlyInAnyOrder("book0", "book1", "book2", "book3", "book4");
  }

  @Test
  void aDocumentThatIsWrongEndsThePushAndIsNamed() throws IOException {
    poison = "bad";
    BulkSender bulk = new BulkSender(cluster, "shop", "index");
    bulk.add("bad", document());
    assertThatThrownBy(bulk::flush)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'bad'")
        .hasMessageContaining("no number");
  }

  @Test
  void whatIsThereIsLeftWhenCreating() throws IOException {
    taken.add("here");
    BulkSender bulk = new BulkSender(cluster, "shop", "create");
    bulk.add("here", document());
    bulk.flush();
    assertThat(taken).containsExactly("here", "here");
  }

  @Test
  void anAbsentClusterIsSaidToBeAbsent() {
    server.stop(0);
    try (Cluster gone = Cluster.impatient(URI.create("http://127.0.0.1:1"))) {
      assertThatThrownBy(() -> gone.ask("GET", "/", null))
          .hasMessageContaining("is the cluster running?");
    }
  }
}
