package dev.kindred.examples.bookshop.web;

import dev.kindred.examples.bookshop.Bookshop;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The page's files, by exact path, read once at the start: no path leads anywhere else. */
final class Assets {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String MISSING = "missing.html";

  private static final List<String> STYLES = List.of("base", "layout", "forms", "items", "insight");
  private static final List<String> SCRIPTS =
      List.of(
          "api",
          "asking",
          "bandit",
          "bars",
          "code",
          "cover",
          "dom",
          "evaluation",
          "facets",
          "home",
          "insight",
          "item",
          "list",
          "main",
          "map",
          "curves",
          "models",
          "opinion",
          "readers",
          "route",
          "settings",
          "suggest",
          "why");

  private record Asset(String type, byte[] body) {}

  private final Map<String, Asset> byPath = new TreeMap<>();
  private final byte[] missing;

  Assets() throws IOException {
    add("/", "index.html", HTML);
    add("/insight", "insight.html", HTML);
    for (String style : STYLES) {
      add("/css/" + style + ".css", "css/" + style + ".css", "text/css; charset=utf-8");
    }
    for (String script : SCRIPTS) {
      add("/js/" + script + ".js", "js/" + script + ".js", "text/javascript; charset=utf-8");
    }
    add("/icon.svg", "icon.svg", "image/svg+xml");
    missing = read(MISSING);
  }

  private void add(String path, String resource, String type) throws IOException {
    byPath.put(path, new Asset(type, read(resource)));
  }

  /** Every path there is. */
  Iterable<String> paths() {
    return byPath.keySet();
  }

  void answer(Context request) {
    Asset asset = byPath.get(request.path());
    request.contentType(asset.type).result(asset.body);
  }

  /** The page for people who asked for one that is not there. */
  void answerMissing(Context request) {
    request.contentType(HTML).result(missing);
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Bookshop.class.getResourceAsStream("/bookshop/" + name)) {
      if (in == null) {
        throw new IOException("the resource bookshop/" + name + " is missing");
      }
      return in.readAllBytes();
    }
  }
}
