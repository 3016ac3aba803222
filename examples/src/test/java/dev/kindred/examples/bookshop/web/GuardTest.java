package dev.kindred.examples.bookshop.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speaks HTTP by hand, for clients do not send what attackers send. */
class GuardTest {
  private static final String OWN =
      "Host: localhost\r\nX-Kindred: page\r\nContent-Type: application/json\r\n";

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

  private static String say(ShopServer to, String line, String headers, String body)
      throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(Loopback.of(to));
      String request =
          line
              + " HTTP/1.1\r\n"
              + headers
              + "Content-Length: "
              + body.length()
              + "\r\nConnection: close\r\n\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String post(String headers, String body) throws IOException {
    return say(server, "POST /api/events", headers, body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "192.168.1.7:80", "127.0.0.1x"})
  void namesOfOtherHostsAreTurnedAway(String host) throws IOException {
    assertThat(say(server, "GET /", "Host: " + host + "\r\n", "")).startsWith("HTTP/1.1 403");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "localhost:8080", "127.0.0.1:9", "[::1]:80"})
  void thisMachineIsServed(String host) throws IOException {
    assertThat(say(server, "GET /", "Host: " + host + "\r\n", "")).startsWith("HTTP/1.1 200");
  }

  @Test
  void everyAnswerIsProtected() throws IOException {
    for (String path : List.of("/", "/js/main.js", "/api/readers", "/nothing", "/api/search")) {
      assertThat(say(server, "GET " + path, "Host: localhost\r\n", ""))
          .contains(
              "Content-Security-Policy: default-src 'none'",
              "frame-ancestors 'none'",
              "X-Content-Type-Options: nosniff",
              "Referrer-Policy: no-referrer")
          .doesNotContain("unsafe", "Server: ", "Access-Control-Allow-Origin");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "without the header, 'Host: localhost|Content-Type: application/json', 403",
    "as a form, 'Host: localhost|X-Kindred: page|Content-Type: text/plain', 415",
    "without a type, 'Host: localhost|X-Kindred: page', 415",
    "from another site, 'Host: localhost|X-Kindred: page|Content-Type:"
        + " application/json|Origin: http://evil.example', 403",
    "across sites, 'Host: localhost|X-Kindred: page|Content-Type:"
        + " application/json|Sec-Fetch-Site: cross-site', 403",
    "from another port, 'Host: localhost:1|X-Kindred: page|Content-Type:"
        + " application/json|Origin: http://localhost:2', 403"
  })
  void writingFromElsewhereIsTurnedAway(String name, String headers, int status)
      throws IOException {
    String written = headers.replace("|", "\r\n") + "\r\n";
    assertThat(post(written, "{}")).startsWith("HTTP/1.1 " + status);
  }

  @Test
  void thePageItselfMayWrite() throws IOException {
    String body = "{\"user\":\"guest-00000001\",\"item\":\"dracula\",\"type\":\"view\"}";
    assertThat(post(OWN + "Origin: http://localhost\r\nSec-Fetch-Site: same-origin\r\n", body))
        .startsWith("HTTP/1.1 200")
        .contains("\"acknowledged\":1");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON|the body is not JSON",
        "[1]|must be a JSON object",
        "{\"user\":\"guest-00000001\"}|'type' is missing",
        "{\"user\":\"guest-00000001\",\"type\":\"buy\",\"item\":\"dracula\"}|'type' is 'buy'",
        "{\"user\":\"guest-00000001\",\"type\":\"view\",\"item\":\"no\"}|there is no book",
        "{\"user\":\"somebody\",\"type\":\"view\",\"item\":\"dracula\"}|there is no reader",
        "{\"user\":{\"a\":1},\"type\":\"view\",\"item\":\"dracula\"}|'user' must be a text",
        "{\"usr\":\"x\"}|unknown key 'usr'"
      })
  void whatCannotBeTakenInIsSaid(String body, String expected) throws IOException {
    assertThat(post(OWN, body)).matches("(?s)HTTP/1.1 40[04].*").contains(expected);
  }

  @Test
  void sizesAreLimited() throws IOException {
    assertThat(post(OWN, "{\"user\":\"" + "x".repeat(5000) + "\"}")).startsWith("HTTP/1.1 413");
    assertThat(say(server, "GET /api/search?q=" + "x".repeat(3000), "Host: localhost\r\n", ""))
        .startsWith("HTTP/1.1 414");
    assertThat(say(server, "GET /", "Host: localhost\r\nX-A: " + "x".repeat(9000) + "\r\n", ""))
        .startsWith("HTTP/1.1 431");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE /api/readers", "PUT /", "POST /api/search"})
  void otherMethodsAreNotUnderstood(String line) throws IOException {
    assertThat(say(server, line, OWN, "")).matches("(?s)HTTP/1.1 (403|404|405).*");
  }

  @Test
  void theRateIsLimited() throws IOException {
    Limits slow = new Limits(4096, 2000, 0.001, 3, 8);
    try (ShopServer strict = ShopServer.start(shop, 0, slow)) {
      String path = "GET /api/profiles";
      for (int i = 0; i < 3; i++) {
        assertThat(say(strict, path, "Host: localhost\r\n", "")).startsWith("HTTP/1.1 200");
      }
      String refused = say(strict, path, "Host: localhost\r\n", "");
      assertThat(refused).startsWith("HTTP/1.1 429");
      assertThat(refused.toLowerCase(Locale.ROOT)).contains("retry-after: 1");
      assertThat(say(strict, "GET /", "Host: localhost\r\n", "")).startsWith("HTTP/1.1 200");
    }
  }
}
