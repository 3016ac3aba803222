package dev.kindred.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Requests that must be refused, drawn by a seed: wrong types, sizes, nesting, ids, names, methods,
 * broken JSON and noise, for every path of the plugin. None is valid: each breaks a rule by how it
 * is made.
 *
 * @param type the content type that it claims
 * @param body null for none
 * @param kind what is wrong with it
 */
record Hostile(String method, String path, String type, byte[] body, String kind) {
  static final String HERE = "/_plugins/_kindred/";

  private static final String JSON = "application/json";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> OTHER_TYPES =
      List.of("text/plain", "application/x-www-form-urlencoded", "image/png");

  /**
   * @param index that there is
   * @param item that the index has
   */
  static Hostile draw(SplittableRandom random, String index, String item) {
    return switch (random.nextInt(10)) {
      case 0 -> broken(random, index);
      case 1 -> HostileBodies.events(random, index);
      case 2 -> HostileBodies.models(random);
      case 3 -> path(random, index, item);
      case 4, 5 -> HostileAsk.search(random, index);
      default -> HostileAsk.recommend(random, index, item);
    };
  }

  static Hostile of(String method, String path, JsonNode body, String kind) {
    byte[] bytes = body == null ? null : text(body).getBytes(StandardCharsets.UTF_8);
    return new Hostile(method, path, JSON, bytes, kind);
  }

  /** A text that stands for so many queries in queries: more than the library would write. */
  static JsonNode nested(int depth) {
    return NODES.textNode("@" + depth + "@");
  }

  private static String text(JsonNode body) {
    String text = body.toString();
    int start = text.indexOf("\"@");
    if (start < 0) {
      return text;
    }
    int end = text.indexOf("@\"", start + 2);
    int depth = Integer.parseInt(text.substring(start + 2, end));
    String query = "{\"bool\":{\"must\":".repeat(depth) + "{\"nosuch\":{}}" + "}}".repeat(depth);
    return text.substring(0, start) + query + text.substring(end + 2);
  }

  private static Hostile path(SplittableRandom random, String index, String item) {
    ObjectNode ask = NODES.objectNode().put("user", "reader1");
    int number = random.nextInt();
    String ours = HERE + index;
    return switch (random.nextInt(9)) {
      case 0 -> of("POST", HERE + "nosuch" + number + "/_recommend", ask, "no index");
      case 1 -> of("DELETE", ours + "/_recommend", null, "method");
      case 2 -> of("POST", HERE + "stats", ask, "method of stats");
      case 3 -> of("GET", HERE + "stats?format=xml" + number, null, "format of stats");
      case 4 -> of("GET", HERE + "stats?k" + number + "=1", null, "unknown parameter");
      case 5 -> of("POST", ours + "/_nothing" + number, ask, "no such path");
      case 6 ->
          of(
              "POST",
              HERE + index.toUpperCase(Locale.ROOT) + "%2F..%2F" + item + "/_events",
              ask,
              "name of an index");
      case 7 ->
          of("POST", ours + "/_explain/" + "i".repeat(513 + random.nextInt(2000)), ask, "long id");
      default -> of("POST", HERE + "_all/_recommend", ask, "every index");
    };
  }

  /** No JSON at all, or cut, or of another type than it says. */
  private static Hostile broken(SplittableRandom random, String index) {
    String path =
        List.of(HERE + index + "/_recommend", HERE + index + "/_events", "/" + index + "/_search")
            .get(random.nextInt(3));
    String whole = HostileAsk.asked(random).put("size", 5).toString();
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(6)) {
      case 0 ->
          post(path, JSON, Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1)), "cut body");
      case 1 -> post(path, JSON, noise(random), "noise");
      case 2 -> {
        bytes[2] = (byte) 0xff;
        yield post(path, JSON, bytes, "no UTF-8");
      }
      case 3 -> post(path, JSON, ("[" + whole + "]").getBytes(StandardCharsets.UTF_8), "list");
      case 4 ->
          post(
              path,
              JSON,
              "[".repeat(1 + random.nextInt(100_000)).getBytes(StandardCharsets.UTF_8),
              "brackets");
      default -> post(path, OTHER_TYPES.get(random.nextInt(3)), bytes, "content type");
    };
  }

  private static Hostile post(String path, String type, byte[] body, String kind) {
    return new Hostile("POST", path, type, body, kind);
  }

  /** The first byte starts no JSON. */
  private static byte[] noise(SplittableRandom random) {
    byte[] bytes = new byte[1 + random.nextInt(3000)];
    random.nextBytes(bytes);
    bytes[0] = 1;
    return bytes;
  }
}
