package dev.kindred.tools.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sends documents in batches. Documents that the cluster is too busy for are sent again, more
 * slowly; anything else that fails ends the push. For one thread.
 */
final class BulkSender {
  private static final int BATCH_CHARS = 4 << 20;
  private static final int BATCH_DOCUMENTS = 1000;
  private static final int TOO_MANY = 429;
  private static final int CONFLICT = 409;
  private static final int TRIES = 10;
  private static final long PAUSE = 200;

  private final Cluster cluster;
  private final String path;
  private final String action;
  private final Map<String, String> waiting = new LinkedHashMap<>();
  private long chars;

  /**
   * @param action {@code index}, or {@code create} to leave documents that are there
   */
  BulkSender(Cluster cluster, String index, String action) {
    this.cluster = cluster;
    this.path = "/" + index + "/_bulk";
    this.action = action;
  }

  void add(String id, ObjectNode source) throws IOException {
    ObjectNode head = JsonNodeFactory.instance.objectNode();
    head.putObject(action).put("_id", id);
    String lines = head + "\n" + source + "\n";
    waiting.put(id, lines);
    chars += lines.length();
    if (chars >= BATCH_CHARS || waiting.size() >= BATCH_DOCUMENTS) {
      flush();
    }
  }

  /** Returns when everything that was added is acknowledged. */
  void flush() throws IOException {
    for (int attempt = 1; !waiting.isEmpty(); attempt++) {
      JsonNode answer = cluster.bulk(path, String.join("", waiting.values()));
      for (JsonNode item : answer.path("items")) {
        settle(item.path(action));
      }
      if (!waiting.isEmpty()) {
        if (attempt == TRIES) {
          throw new IOException(
              cluster
                  + ": "
                  + waiting.size()
                  + " documents were refused "
                  + TRIES
                  + " times because the cluster is busy; run the push again, it goes on");
        }
        Pause.millis(PAUSE << Math.min(attempt, 6));
      }
    }
    chars = 0;
  }

  private void settle(JsonNode result) throws IOException {
    int status = result.path("status").asInt();
    String id = result.path("_id").asText();
    boolean there = action.equals("create") && status == CONFLICT;
    if (status / 100 == 2 || there) {
      waiting.remove(id);
    } else if (status != TOO_MANY) {
      JsonNode error = result.path("error");
      throw new IOException(
          cluster
              + ": document '"
              + id
              + "' was refused: "
              + error.path("reason").asText()
              + " "
              + error.path("caused_by").path("reason").asText());
    }
  }
}
