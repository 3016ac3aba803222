package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopServerTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Bookshop shop;
  private static ShopServer server;

  @BeforeAll
  static void start() throws IOException {
    shop = TestShop.open();
    server = ShopServer.unhurried(shop, 0);
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
        .hasValue("application/json;charset=utf-8");
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
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(page.body()).contains("<title>Kindred Bookshop</title>", "simulated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/insight", "/js/main.js", "/js/cover.js", "/css/base.css", "/css/items.css"})
  void nothingComesFromElsewhere(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(200);
    String body = response.body().replace("http://www.w3.org/2000/svg", "");
    assertThat(body).doesNotContain("http://", "https://");
  }

  @Test
  void thePageNeverParsesTextAsMarkup() throws Exception {
    StringBuilder scripts = new StringBuilder();
    for (String path : new Assets().paths()) {
      scripts.append(path.endsWith(".js") ? get(path).body() : "");
    }
    assertThat(scripts.toString())
        .contains("document.createElement")
        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(");
  }

  @Test
  void searches() throws Exception {
    JsonNode answer = json("/api/search?q=vampires%20in%20a%20castle&size=5");
    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly(
            "items", "total", "took_ms", "models", "request_id", "profile", "facets", "code");
    assertThat(answer.get("items")).hasSize(5);
    assertThat(answer.get("items").get(0).has("contributions")).isTrue();
  }

  @Test
  void aTitleWithMarkupStaysText() throws Exception {
    HttpResponse<String> response = get("/api/search?q=zyzzyva");
    assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    JsonNode item = new ObjectMapper().readTree(response.body()).get("items").get(0);
    assertThat(item.get("fields").get("title").asText()).isEqualTo(TestShop.MARKUP);
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
    assertThat(readers).hasSizeGreaterThanOrEqualTo(300);
    assertThat(readers.get(0).asText()).isEqualTo("reader-gothic");
    JsonNode one = json("/api/reader?user=reader-space");
    assertThat(one.get("simulated").asBoolean()).isTrue();
    assertThat(one.get("latest")).hasSize(8);
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
    assertThat(error("/api/item?id=atlantis", 404))
        .isEqualTo("there is no book or film 'atlantis'");
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
    assertThat(error("/api/search?q=x&diversity=2", 400)).contains("a number from 0 to 1");
    assertThat(error("/api/search?q=x&profile=hom", 400)).contains("did you mean home");
    assertThat(error("/api/why?list=cellar&item=dracula", 400)).contains("'list' is 'cellar'");
    assertThat(error("/api/search?q=x&from=400&size=100&profile=search&since=x", 400))
        .contains("'since'");
    assertThat(error("/api/search?q=" + "x".repeat(1500), 400)).contains("longer than");
    assertThat(error("/api/recommend", 400)).contains("'user' is missing");
  }

  @Test
  void filtersAndFacetsAgree() throws Exception {
    String path = "/api/recommend?user=reader-gothic&domain=books&size=100";
    JsonNode facet = json(path).get("facets").get("subject").get(0);
    String subject = facet.get("value").asText();
    JsonNode narrow = json(path + "&subject=" + subject.replace(" ", "%20"));
    assertThat(narrow.get("items")).isNotEmpty();
    for (JsonNode item : narrow.get("items")) {
      assertThat(item.get("fields").get("subjects").toString()).contains('"' + subject + '"');
      assertThat(item.get("fields").get("domain").asText()).isEqualTo("books");
    }
  }

  @Test
  void erasNarrow() throws Exception {
    JsonNode page = json("/api/recommend?user=reader-gothic&since=1800&until=1899&size=50");
    assertThat(page.get("items")).isNotEmpty();
    for (JsonNode item : page.get("items")) {
      assertThat(item.get("fields").get("published").asInt()).isBetween(1800, 1899);
    }
    assertThat(page.get("facets").get("era")).hasSize(1);
  }

  @Test
  void readersAlsoLikedComesFromWhoTookWhatTogether() throws Exception {
    JsonNode also = json("/api/also?id=dracula&domain=films");
    assertThat(also.get("profile").asText()).isEqualTo("itemknn");
    assertThat(also.get("items")).isNotEmpty();
    assertThat(also.get("items").get(0).get("contributions")).hasSize(1);
  }

  @Test
  void saysWhyNot() throws Exception {
    String list = "/api/why?list=recommend&user=reader-gothic&domain=books";
    assertThat(json(list + "&item=nosferatu-1922").get("verdict").asText())
        .isIn("filtered", "seen");
    JsonNode ranked = json(list + "&item=the-monk");
    assertThat(ranked.get("verdict").asText()).isEqualTo("ranked");
    assertThat(ranked.get("rank").asInt()).isPositive();
    assertThat(ranked.get("explanation").get("details")).isNotEmpty();
  }

  @Test
  void diversityChangesThePage() throws Exception {
    String path = "/api/recommend?user=reader-gothic&domain=books&size=12";
    assertThat(json(path + "&diversity=0.9").get("items").toString())
        .isNotEqualTo(json(path).get("items").toString());
  }

  @Test
  void suggestsWhileOneTypes() throws Exception {
    JsonNode found = json("/api/suggest?q=drac&domain=books").get("suggestions");
    assertThat(found.get(0).get("id").asText()).isEqualTo("dracula");
    assertThat(json("/api/suggest?q=bront").get("suggestions").toString())
        .contains("Emily Brontë", "Charlotte Brontë");
  }

  @Test
  void aPersonWhoIsLostGetsAPage() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url()).resolve("/nothing"))
            .header("Accept", "text/html,*/*")
            .build();
    HttpResponse<String> page = CLIENT.send(request, BodyHandlers.ofString());
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is nothing on this shelf");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../pom.xml",
        "/..%2f..%2fetc/passwd",
        "/css/../books.jsonl",
        "/books.jsonl",
        "/js/",
        "/css/%2e%2e/index.html",
        "//etc/passwd",
        "/js/main.js%00.css"
      })
  void noPathLeadsToAFile(String path) throws Exception {
    try (var socket = new Socket()) {
      socket.connect(Loopback.of(server));
      String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(reply)
          .matches("(?s)HTTP/1.1 (400|404).*")
          .doesNotContain("root:", "Carmilla", "<artifactId>");
    }
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
