package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.tools.push.Cluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks one node, in JSON with single quotes. */
record Rest(URI node) {
  static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }

  Cluster.Reply ask(String method, String path, JsonNode body) throws IOException {
    try (Cluster cluster = new Cluster(node)) {
      return cluster.ask(method, path, body);
    }
  }

  /** What must succeed. */
  JsonNode good(String method, String path, String body) throws IOException {
    Cluster.Reply reply = ask(method, path, body == null ? null : json(body));
    assertThat(reply.ok()).as("%s %s: %s", method, path, reply).isTrue();
    return reply.body();
  }

  /** What must be refused with this status and reason. */
  void refused(String method, String path, String body, int status, String reason)
      throws IOException {
    try (Cluster impatient = Cluster.impatient(node)) {
      Cluster.Reply reply = impatient.ask(method, path, body == null ? null : json(body));
      assertThat(reply.status()).as("%s %s: %s", method, path, reply).isEqualTo(status);
      assertThat(reply.body().toString()).contains(reason);
    }
  }

  /** Searches and more, a line each. */
  JsonNode lines(String path, String... lines) throws IOException, InterruptedException {
    String body = String.join("\n", lines).replace('\'', '"') + "\n";
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(node.resolve(path))
              .header("content-type", "application/x-ndjson")
              .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
              .build();
      return new ObjectMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
    }
  }

  /** As it is. */
  String text(String path) throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(node.resolve(path)).build();
      return http.send(request, BodyHandlers.ofString()).body();
    }
  }

  static List<String> ids(JsonNode found) {
    List<String> ids = new ArrayList<>();
    found.path("hits").path("hits").forEach(hit -> ids.add(hit.path("_id").asText()));
    return ids;
  }
}
