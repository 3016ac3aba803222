package dev.kindred.tools.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.kindred.internal.registry.Polymorphic;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/** A cluster's REST interface, with patience: what is busy or away is asked again. Thread-safe. */
public final class Cluster implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofMinutes(2);
  private static final int TRIES = 8;
  private static final long FIRST_PAUSE = 250;
  private static final Set<Integer> BUSY = Set.of(429, 502, 503, 504);
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private final String base;
  private final String credentials;
  private final int tries;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

  /**
   * @param base such as {@code http://127.0.0.1:9200}; may have a user and a password, which are
   *     sent with every request and in no message, and a path that the engine's paths follow
   */
  public Cluster(URI base) {
    this(base, TRIES);
  }

  private Cluster(URI address, int tries) {
    String user = address.getUserInfo();
    this.credentials =
        user == null
            ? null
            : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    String place = address.getRawAuthority();
    this.base =
        address.getScheme()
            + "://"
            + place.substring(place.lastIndexOf('@') + 1)
            + address.getRawPath().replaceFirst("/+$", "");
    this.tries = tries;
  }

  /** One that asks once, for those who wait themselves. */
  public static Cluster impatient(URI base) {
    return new Cluster(base, 1);
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param body null-free; a missing node when it was empty or no JSON
   */
  public record Reply(int status, JsonNode body) {
    /** Whether the status is one of success. */
    public boolean ok() {
      return status / 100 == 2;
    }

    /** What went wrong, in the engine's words. */
    String reason() {
      JsonNode error = body.path("error");
      String reason = error.path("reason").asText(error.isTextual() ? error.asText() : "");
      return reason.isEmpty() ? "status " + status : reason;
    }
  }

  /** Asks; a failure of the request itself is in the reply. */
  public Reply ask(String method, String path, JsonNode body) throws IOException {
    return send(method, path, body == null ? null : body.toString(), JSON);
  }

  /** Asks for something that must succeed. */
  JsonNode need(String method, String path, JsonNode body) throws IOException {
    return succeeded(method, path, ask(method, path, body));
  }

  /** Sends lines of JSON, each ended by a newline. */
  JsonNode bulk(String path, String lines) throws IOException {
    return succeeded("POST", path, send("POST", path, lines, LINES));
  }

  private JsonNode succeeded(String method, String path, Reply reply) throws IOException {
    if (!reply.ok()) {
      throw new IOException(
          String.format(Locale.ROOT, "%s: %s %s: %s", base, method, path, reply.reason()));
    }
    return reply.body();
  }

  private Reply send(String method, String path, String body, String type) throws IOException {
    HttpRequest.Builder draft =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .header("content-type", type)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (credentials != null) {
      draft.header("authorization", credentials);
    }
    HttpRequest request = draft.build();
    long pause = FIRST_PAUSE;
    for (int attempt = 1; ; attempt++) {
      try {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (!BUSY.contains(response.statusCode()) || attempt >= tries) {
          return new Reply(response.statusCode(), json(response.body()));
        }
      } catch (InterruptedException e) {
        throw Pause.interrupted(e);
      } catch (IOException e) {
        if (attempt >= tries) {
          throw new IOException(
              base
                  + ": no answer to "
                  + method
                  + " "
                  + path
                  + "; is the cluster running? ("
                  + e
                  + ")",
              e);
        }
      }
      Pause.millis(pause);
      pause *= 2;
    }
  }

  private static JsonNode json(String body) {
    try {
      return Polymorphic.json().readTree(body);
    } catch (JsonProcessingException e) {
      return JsonNodeFactory.instance.missingNode();
    }
  }

  @Override
  public void close() {
    http.close();
  }

  @Override
  public String toString() {
    return base;
  }
}
