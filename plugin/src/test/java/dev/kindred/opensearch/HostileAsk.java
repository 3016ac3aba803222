package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** Asks of which one key does not fit, as a page, an inquiry, a query and a rescorer. */
final class HostileAsk {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> LISTS = List.of("like", "unlike", "history");
  private static final List<String> KEYS =
      List.of(
          "profile",
          "text",
          "user",
          "like",
          "unlike",
          "history",
          "context",
          "include_seen",
          "now",
          "seed");
  private static final List<String> PAGE = List.of("size", "from", "diversity", "explain");

  private HostileAsk() {}

  /** One that is in order. */
  static ObjectNode asked(SplittableRandom random) {
    ObjectNode body = NODES.objectNode();
    body.put("user", "reader" + random.nextInt(100));
    if (random.nextBoolean()) {
      body.put("profile", "home");
    }
    if (random.nextInt(4) == 0) {
      body.putObject("context").put("device", "tv");
    }
    return body;
  }

  static Hostile recommend(SplittableRandom random, String index, String item) {
    ObjectNode body = asked(random);
    boolean inquiry = random.nextInt(3) == 0;
    String kind = inquiry || random.nextInt(4) > 0 ? spoil(random, body) : spoilPage(random, body);
    String path = Hostile.HERE + index + (inquiry ? "/_explain/" + item : "/_recommend");
    return Hostile.of(random.nextBoolean() ? "POST" : "GET", path, body, kind);
  }

  static Hostile search(SplittableRandom random, String index) {
    ObjectNode ask = asked(random);
    ObjectNode body = NODES.objectNode();
    String path = "/" + index + "/_search";
    ObjectNode query = body.putObject("query");
    return switch (random.nextInt(6)) {
      case 0 -> {
        String kind = spoil(random, ask);
        query.putObject("bool").putArray("must").addObject().set("kindred", ask);
        yield Hostile.of("POST", path, body, "in a bool: " + kind);
      }
      case 1 -> {
        String kind = spoil(random, ask);
        query.putObject("match_all");
        body.putObject("rescore").put("window_size", 50).set("kindred", ask);
        yield Hostile.of("POST", path, body, "as rescorer: " + kind);
      }
      case 2 -> {
        query.set("kindred", noObject(random));
        yield Hostile.of("POST", path, body, "query that is no object");
      }
      case 3 -> {
        query.set("kindred", ask);
        yield Hostile.of("POST", "/" + index + "-users/_search", body, "index without profiles");
      }
      case 4 -> {
        query.set("kindred", ask);
        yield Hostile.of("POST", path, body, spoilQuery(random, ask));
      }
      default -> {
        String kind = spoil(random, ask);
        query.set("kindred", ask);
        yield Hostile.of("POST", path, body, "as query: " + kind);
      }
    };
  }

  /** Makes one key wrong; says which and how. */
  private static String spoil(SplittableRandom random, ObjectNode body) {
    return switch (random.nextInt(8)) {
      case 0 -> {
        body.put("k" + Integer.toHexString(random.nextInt()), 1);
        yield "unknown key";
      }
      case 1 -> {
        String key = KEYS.get(random.nextInt(KEYS.size()));
        body.set(key, wrong(random, key));
        yield "wrong type of " + key;
      }
      case 2 -> {
        String key = List.of("profile", "user", "like").get(random.nextInt(3));
        body.put(key, "x".repeat(513 + random.nextInt(100_000)));
        yield "long id in " + key;
      }
      case 3 -> {
        body.put("text", "word ".repeat(4_001 + random.nextInt(40_000)));
        yield "long text";
      }
      case 4 -> {
        String key = LISTS.get(random.nextInt(3));
        fill(body.putArray(key), 501 + random.nextInt(20_000));
        yield "too many in " + key;
      }
      case 5 -> {
        ObjectNode context = body.putObject("context");
        int features = 101 + random.nextInt(5_000);
        for (int i = 0; i < features; i++) {
          context.put("f" + i, "v");
        }
        yield "too many features";
      }
      case 6 -> {
        body.set("filter", filter(random));
        yield "filter";
      }
      default -> {
        body.put("profile", "p" + random.nextInt());
        yield "unknown profile";
      }
    };
  }

  private static void fill(ArrayNode ids, int count) {
    for (int i = 0; i < count; i++) {
      ids.add("book" + i);
    }
  }

  /** What only a page has. */
  private static String spoilPage(SplittableRandom random, ObjectNode body) {
    int beyond = 100_000 + random.nextInt(1 << 20);
    int below = -1 - random.nextInt(1000);
    switch (random.nextInt(4)) {
      case 0 -> body.put("size", random.nextBoolean() ? below : beyond);
      case 1 -> body.put("from", random.nextBoolean() ? below : beyond);
      case 2 -> body.put("diversity", random.nextBoolean() ? below : beyond);
      default -> {
        String key = PAGE.get(random.nextInt(PAGE.size()));
        body.set(key, wrong(random, key));
        return "wrong type of " + key;
      }
    }
    return "number of a page";
  }

  /** What only a query has. */
  private static String spoilQuery(SplittableRandom random, ObjectNode ask) {
    switch (random.nextInt(3)) {
      case 0 -> ask.put("boost", -1 - random.nextInt(1000));
      case 1 -> ask.set("boost", wrong(random, "boost"));
      default -> ask.set("_name", wrong(random, "_name"));
    }
    return "boost or name of a query";
  }

  /** Fits the key in no way. */
  static JsonNode wrong(SplittableRandom random, String key) {
    return switch (random.nextInt(5)) {
      case 0 -> NODES.nullNode();
      case 1 -> deep(random, 2 + random.nextInt(900));
      case 2 -> NODES.arrayNode().add(NODES.objectNode());
      case 3 -> NODES.arrayNode().add(LISTS.contains(key) ? "" : "a");
      default -> NODES.objectNode().putNull("f");
    };
  }

  static JsonNode noObject(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> NODES.textNode("home");
      case 1 -> NODES.numberNode(random.nextInt());
      default -> deep(random, 2 + random.nextInt(300));
    };
  }

  /** Arrays in arrays, at least two. */
  private static JsonNode deep(SplittableRandom random, int depth) {
    JsonNode node = NODES.numberNode(random.nextInt());
    for (int i = 0; i < depth; i++) {
      node = NODES.arrayNode().add(node);
    }
    return node;
  }

  private static JsonNode filter(SplittableRandom random) {
    ObjectNode filter = NODES.objectNode();
    switch (random.nextInt(6)) {
      case 0 -> filter.putObject("nosuch" + random.nextInt(1000)).put("a", 1);
      case 1 -> filter.putObject("range").putObject("price").putObject("lte");
      case 2 -> filter.putObject("term").putObject("price").put("value", "dear");
      case 3 -> {
        return NODES.textNode("price < 5");
      }
      case 4 -> {
        return Hostile.nested(400 + random.nextInt(4_000));
      }
      default -> filter.putObject("kindred").put("user", 1).put("usr", "x");
    }
    return filter;
  }
}
