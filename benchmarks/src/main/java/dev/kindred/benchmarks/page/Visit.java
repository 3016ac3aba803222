package dev.kindred.benchmarks.page;

import dev.kindred.benchmarks.report.Sample;
import dev.kindred.examples.bookshop.Bookshop;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the page asks the server for when readers walk through the shop. Not thread-safe. */
final class Visit {
  private static final List<String> TEXTS =
      List.of("vampires in a castle", "robots", "Sherlock Holmes", "the sea", "black holes");

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI shop;
  private final List<String> readers;
  private final List<String> items = new ArrayList<>();
  private final Map<String, Sample> millis = new TreeMap<>();

  Visit(String url, Bookshop shop) {
    this.shop = URI.create(url);
    this.readers = shop.readers();
    shop.items().forEach(item -> items.add(item.id()));
  }

  /** Milliseconds from asking to the whole answer, by what was asked. */
  Map<String, Sample> millis() {
    return millis;
  }

  /** One reader looks at the list, searches, opens an item and clicks. */
  void walk(int number) throws IOException, InterruptedException {
    String user = "&user=" + readers.get(number % readers.size());
    String item = items.get(number * 31 % items.size());
    String text = URLEncoder.encode(TEXTS.get(number % TEXTS.size()), StandardCharsets.UTF_8);
    get("for you", "api/recommend?domain=books" + user);
    get("suggestions", "api/suggest?q=" + text.substring(0, 3));
    get("search", "api/search?q=" + text + user);
    get("item", "api/item?id=" + item + user);
    get("more like this", "api/like?id=" + item + user);
    get("readers also liked", "api/also?size=8&id=" + item + user);
    get("why not", "api/why?list=recommend&item=" + item + user);
    click(item, number);
  }

  private void get(String kind, String path) throws IOException, InterruptedException {
    time(kind, HttpRequest.newBuilder(shop.resolve("/" + path)).build());
  }

  private void click(String item, int number) throws IOException, InterruptedException {
    String body =
        "{\"user\":\"guest-"
            + String.format(Locale.ROOT, "%08x", number % 50)
            + "\",\"item\":\""
            + item
            + "\",\"type\":\"view\"}";
    time(
        "event, to the disk",
        HttpRequest.newBuilder(shop.resolve("/api/events"))
            .header("X-Kindred", "bench")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private void time(String kind, HttpRequest request) throws IOException, InterruptedException {
    long start = System.nanoTime();
    HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
    millis.computeIfAbsent(kind, k -> new Sample()).add((System.nanoTime() - start) / 1e6);
    if (reply.statusCode() != 200) {
      throw new IOException(
          request.uri()
              + ": "
              + reply.statusCode()
              + " "
              + new String(reply.body(), StandardCharsets.UTF_8));
    }
  }
}
