package dev.kindred.examples.bookshop;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kindred.tools.cli.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the shop's page and its JSON to this machine only. */
final class ShopServer implements Closeable {
  private static final String JSON = "application/json; charset=utf-8";
  private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Map<String, Page> PAGES =
      Map.of(
          "/", new Page("index.html", "text/html; charset=utf-8"),
          "/app.css", new Page("app.css", "text/css; charset=utf-8"),
          "/app.js", new Page("app.js", "text/javascript; charset=utf-8"));

  private record Page(String resource, String type) {}

  private record Reply(int status, String type, byte[] body) {
    static Reply error(int status, String message) {
      return json(status, Json.line(Json.object().put("error", message)));
    }

    static Reply json(int status, String line) {
      return new Reply(status, JSON, line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private final HttpServer server;
  private final ExecutorService threads;
  private final ShopApi api;

  private ShopServer(HttpServer server, ShopApi api) {
    this.server = server;
    this.api = api;
    this.threads = Executors.newFixedThreadPool(4);
  }

  /**
   * Starts to serve.
   *
   * @param port 0 takes a free one
   */
  static ShopServer start(Bookshop shop, int port) throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    ShopServer started = new ShopServer(HttpServer.create(address, 0), new ShopApi(shop));
    started.server.setExecutor(started.threads);
    started.server.createContext("/", started::handle);
    started.server.start();
    return started;
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = reply(exchange);
      Headers headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.type);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Cache-Control", "no-store");
      headers.set(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src"
              + " 'self'; img-src data:; base-uri 'none'; form-action 'none'");
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(reply.status, head ? -1 : reply.body.length);
      if (!head) {
        exchange.getResponseBody().write(reply.body);
      }
    }
  }

  private Reply reply(HttpExchange exchange) {
    try {
      if (!Set.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        return Reply.error(405, "only GET is understood");
      }
      if (!HOSTS.contains(host(exchange))) {
        return Reply.error(403, "this server answers requests to localhost only");
      }
      Page page = PAGES.get(exchange.getRequestURI().getPath());
      if (page != null) {
        return new Reply(200, page.type, resource(page.resource));
      }
      return Reply.json(200, Json.line(api.answer(exchange.getRequestURI())));
    } catch (BadRequest bad) {
      return Reply.error(bad.status(), bad.getMessage());
    } catch (IllegalArgumentException bad) {
      return Reply.error(400, String.valueOf(bad.getMessage()));
    } catch (IOException | RuntimeException failure) {
      return Reply.error(500, "the shop failed: " + failure);
    }
  }

  /** A page of another site that resolves its name to this machine names itself here. */
  private static String host(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host == null ? "" : host.replaceFirst(":\\d+$", "");
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = Bookshop.class.getResourceAsStream("/bookshop/" + name)) {
      if (in == null) {
        throw new IOException("the resource bookshop/" + name + " is missing");
      }
      return in.readAllBytes();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
