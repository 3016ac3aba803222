package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.kindred.tools.push.Cluster.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends bytes as they are, whatever they are said to be. By HTTP/1.1: in version 2 the engine cuts
 * a stream that it refuses early, and the client never sees why. Not thread-safe.
 */
final class Raw implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private HttpClient http = client();
  private final ObjectMapper json = new ObjectMapper();

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  /**
   * The answer; one of status 0 when there is none. The engine closes the connection of a request
   * that it did not read to its end, which may be the one that the next request goes by: so that
   * one has a second try, by a connection of its own.
   */
  Reply send(URI node, Hostile hostile) throws InterruptedException {
    try {
      return attempt(node, hostile);
    } catch (IOException e) {
      http.close();
      http = client();
    }
    try {
      return attempt(node, hostile);
    } catch (IOException e) {
      return new Reply(0, TextNode.valueOf(e.toString()));
    }
  }

  private Reply attempt(URI node, Hostile hostile) throws IOException, InterruptedException {
    BodyPublisher body =
        hostile.body() == null
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(hostile.body());
    HttpRequest request =
        HttpRequest.newBuilder(node.resolve(hostile.path()))
            .timeout(TIMEOUT)
            .header("content-type", hostile.type())
            .method(hostile.method(), body)
            .build();
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    return new Reply(response.statusCode(), read(response.body()));
  }

  private JsonNode read(String body) {
    try {
      return json.readTree(body);
    } catch (IOException e) {
      return MissingNode.getInstance();
    }
  }

  /** What the engine says is wrong; empty when it says nothing. */
  static String reason(Reply reply) {
    JsonNode error = reply.body().path("error");
    return error.isTextual() ? error.asText() : error.path("reason").asText();
  }

  @Override
  public void close() {
    http.close();
  }
}
