package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.tools.build.LiveItems;
import dev.kindred.tools.read.BadLines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopServerTest {
  private static final String MARKUP = "Zyzzyva <script>alert('x')</script> & \"more\"";
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  @TempDir private static Path folder;
  private static Bookshop shop;
  private static ShopServer server;

  @BeforeAll
  static void start() throws IOException {
    Bookshop.open(folder).close();
    Path file = folder.resolve("hostile.jsonl");
    Files.writeString(
        file,
        new ObjectMapper()
            .createObjectNode()
            .put("id", "hostile")
            .put("title", MARKUP)
            .put("description", "<img src=x onerror=alert(1)>")
            .toString());
    try (LiveItems items = LiveItems.open(folder)) {
      items.add(items.inputs(BadLines.STOP).items(file));
    }
    shop = Bookshop.open(folder);
    server = ShopServer.start(shop, 0);
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    shop.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    URI uri = URI.create(server.url()).resolve(path);
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValue("application/json; charset=utf-8");
    return new ObjectMapper().readTree(response.body());
  }

  private static String error(String path, int status) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return new ObjectMapper().readTree(response.body()).get("error").asText();
  }

  @Test
  void servesThePage() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("<title>Kindred Bookshop</title>", "simulated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app.js", "/app.css"})
  void nothingComesFromElsewhere(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).doesNotContain("http://", "https://");
  }

  @Test
  void thePageNeverParsesTextAsMarkup() throws Exception {
    assertThat(get("/app.js").body())
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void searches() throws Exception {
    JsonNode answer = json("/api/search?q=vampires%20in%20a%20castle&size=5");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("items", "total", "took_ms", "models", "request_id");
    assertThat(answer.get("items")).hasSize(5);
    assertThat(answer.get("items").get(0).has("explanation")).isTrue();
  }

  @Test
  void aTitleWithMarkupStaysText() throws Exception {
    HttpResponse<String> response = get("/api/search?q=zyzzyva");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    JsonNode item = new ObjectMapper().readTree(response.body()).get("items").get(0);
    assertThat(item.get("fields").get("title").asText()).isEqualTo(MARKUP);
  }

  @Test
  void findsBooksAlike() throws Exception {
    assertThat(json("/api/like?id=dracula").toString()).contains("carmilla");
  }

  @Test
  void recommendsForAReader() throws Exception {
    JsonNode second = json("/api/recommend?user=reader-gothic&from=2&size=3");
    JsonNode first = json("/api/recommend?user=reader-gothic&size=5");
    assertThat(second.get("items").get(0).get("id")).isEqualTo(first.get("items").get(2).get("id"));
  }

  @Test
  void listsReaders() throws Exception {
    JsonNode readers = json("/api/readers").get("readers");
    assertThat(readers).hasSize(300);
    assertThat(readers.get(0).get("id").asText()).isEqualTo("reader-gothic");
    assertThat(readers.get(0).get("latest")).hasSize(3);
  }

  @Test
  void showsABook() throws Exception {
    JsonNode book = json("/api/item?id=dracula");
    assertThat(book.get("fields").get("title").asText()).isEqualTo("Dracula");
    assertThat(book.get("fields").get("published").asInt()).isEqualTo(1897);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    assertThat(error("/nothing", 404)).contains("/nothing");
    assertThat(error("/api/nothing", 404)).contains("/api/nothing");
    assertThat(error("/api/item?id=atlantis", 404)).isEqualTo("there is no book 'atlantis'");
    assertThat(error("/api/like?id=atlantis", 404)).contains("atlantis");
    assertThat(error("/api/recommend?user=nobody", 404)).contains("nobody");
  }

  @Test
  void badParametersAreBadRequests() throws Exception {
    assertThat(error("/api/search", 400)).isEqualTo("parameter 'q' is missing");
    assertThat(error("/api/search?q=", 400)).contains("'q' is missing");
    assertThat(error("/api/search?q=x&size=ten", 400)).contains("'size' is 'ten'");
    assertThat(error("/api/search?q=x&size=0", 400)).contains("from 1 to 100");
    assertThat(error("/api/search?q=x&from=-1", 400)).contains("'from'");
    assertThat(error("/api/search?q=x&sise=3", 400)).contains("unknown parameter 'sise'");
    assertThat(error("/api/search?q=" + "x".repeat(2000), 400)).contains("longer than");
    assertThat(error("/api/recommend", 400)).contains("'user' is missing");
  }

  @Test
  void onlyReadingIsAllowed() throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(URI.create(server.url()).resolve("/api/readers"))
            .POST(BodyPublishers.ofString("x"))
            .build();
    assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpRequest head =
        HttpRequest.newBuilder(URI.create(server.url()))
            .method("HEAD", BodyPublishers.noBody())
            .build();
    HttpResponse<String> response = CLIENT.send(head, BodyHandlers.ofString());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }
}
