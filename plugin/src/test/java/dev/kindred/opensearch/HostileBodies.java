package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SplittableRandom;

/** Events and models that are not taken. */
final class HostileBodies {
  /** Of the events that are sent here; none may be taken. */
  static final String USER = "hostile";

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private HostileBodies() {}

  static Hostile events(SplittableRandom random, String index) {
    String path = Hostile.HERE + index + "/_events";
    if (random.nextInt(4) == 0) {
      return lists(random, path);
    }
    ObjectNode body = NODES.objectNode();
    String kind = spoil(random, good(body.putArray("events")));
    return Hostile.of("POST", path, body, "event: " + kind);
  }

  private static ObjectNode good(ArrayNode events) {
    return events.addObject().put("user", USER).put("item", "book1");
  }

  private static Hostile lists(SplittableRandom random, String path) {
    ObjectNode body = NODES.objectNode();
    ArrayNode events = NODES.arrayNode();
    good(events);
    return switch (random.nextInt(4)) {
      case 0 -> {
        body.set("events", events);
        body.put("k" + random.nextInt(), 1);
        yield Hostile.of("POST", path, body, "unknown key beside events");
      }
      case 1 -> {
        body.set("events", events.get(0));
        yield Hostile.of("POST", path, body, "events that are no list");
      }
      case 2 -> {
        events.add(HostileAsk.noObject(random));
        body.set("events", events);
        yield Hostile.of("POST", path, body, "event that is no object");
      }
      default -> {
        for (int i = 0; i < 10_000; i++) {
          good(events);
        }
        body.set("events", events);
        yield Hostile.of("POST", path, body, "too many events");
      }
    };
  }

  private static String spoil(SplittableRandom random, ObjectNode event) {
    return switch (random.nextInt(6)) {
      case 0 -> {
        event.remove("item");
        yield "no item";
      }
      case 1 -> {
        event.put("k" + random.nextInt(), 1);
        yield "unknown key";
      }
      case 2 -> {
        event.set("value", HostileAsk.wrong(random, "value"));
        yield "value";
      }
      case 3 -> {
        event.put("value", "1e" + (39 + random.nextInt(1000)));
        yield "value beyond a float";
      }
      case 4 -> {
        event.set("timestamp", HostileAsk.wrong(random, "timestamp"));
        yield "timestamp";
      }
      default -> {
        String key = random.nextBoolean() ? "user" : "item";
        event.put(key, "y".repeat(513 + random.nextInt(50_000)));
        yield "long " + key;
      }
    };
  }

  static Hostile models(SplittableRandom random) {
    return switch (random.nextInt(3)) {
      case 0 -> chunk(random);
      case 1 -> name(random);
      default -> whole(random);
    };
  }

  private static Hostile put(String query, JsonNode body, String kind) {
    return Hostile.of("PUT", Hostile.HERE + "models/evil?" + query, body, "model: " + kind);
  }

  private static Hostile chunk(SplittableRandom random) {
    ObjectNode good = NODES.objectNode().put("data", "AAAA");
    String number = random.nextBoolean() ? "-1" : "many";
    ObjectNode text = NODES.objectNode().put("data", "no base 64!" + random.nextInt());
    ObjectNode wrong = NODES.objectNode();
    wrong.set("data", HostileAsk.wrong(random, "data"));
    return switch (random.nextInt(4)) {
      case 0 -> put("version=1&file=a.json&chunk=" + number, good, "number of a chunk");
      case 1 -> put("version=1&file=a.json", text, "chunk that is no base 64");
      case 2 -> put("version=1&file=a.json", wrong, "type of a chunk");
      default -> put("version=1&file=..%2F..%2Fpasswd", good, "file of a chunk");
    };
  }

  private static Hostile name(SplittableRandom random) {
    ObjectNode good = NODES.objectNode().put("data", "AAAA");
    String version = "9".repeat(600 + random.nextInt(1000));
    return switch (random.nextInt(3)) {
      case 0 -> put("file=a.json", good, "no version");
      case 1 -> put("version=" + version + "&file=a.json", good, "long version");
      default ->
          Hostile.of("DELETE", Hostile.HERE + "models/evil", null, "model: deletes no version");
    };
  }

  private static Hostile whole(SplittableRandom random) {
    ObjectNode body = NODES.objectNode();
    ObjectNode file = body.putArray("files").addObject();
    file.put("file", "a.json").put("chunks", 1).put("bytes", 1).put("sha256", "0".repeat(64));
    String kind;
    switch (random.nextInt(6)) {
      case 0 -> {
        file.put("file", "../" + random.nextInt() + "/passwd");
        kind = "path of a file";
      }
      case 1 -> {
        file.put("chunks", 100_000L + (random.nextLong() >>> (2 + random.nextInt(40))));
        kind = "too many chunks";
      }
      case 2 -> {
        file.put("sha256", "z");
        kind = "hash";
      }
      case 3 -> {
        body.set("files", HostileAsk.wrong(random, "files"));
        kind = "files";
      }
      case 4 -> {
        body.put("k" + random.nextInt(), 1);
        kind = "unknown key";
      }
      default -> kind = "chunks that are not there";
    }
    return put("version=1", body, kind);
  }
}
