package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.io.IOException;

/**
 * A second generation behind an alias: pushed, killed on the way, pushed to its end, and gone back
 * from. The two are told apart by their windows: only the second answers with a thousand items.
 */
record Pushes(Rest rest, World world, String name) {
  private static final String ALL = "{'user': 'reader3', 'size': 1000}";

  private String served() throws IOException {
    return rest.good("GET", "/_alias/" + name, null).fieldNames().next();
  }

  private Push.Report push(String killedAt) throws IOException {
    try (Cluster cluster = new Cluster(rest.node())) {
      return new Push(world.index(), name, 2, 0)
          .to(
              cluster,
              (step, done, total) -> {
                if (step.equals(killedAt) && done > 3) {
                  throw new IllegalStateException("killed");
                }
              });
    }
  }

  private String recommend() {
    return "/_plugins/_kindred/" + name + "/_recommend";
  }

  private void requireFirst(String first) throws IOException {
    assertThat(served()).isEqualTo(first);
    rest.refused("POST", recommend(), ALL, 400, "exceeds window 500");
  }

  private String unfinished(String first) throws IOException {
    for (var one : rest.good("GET", "/" + name + "-*/_settings", null).properties()) {
      if (!one.getKey().equals(first) && !one.getKey().endsWith("-users")) {
        return one.getKey();
      }
    }
    throw new AssertionError("no index but " + first);
  }

  void aKilledOneLeavesTheAlias() throws IOException {
    String first = push("").index();
    requireFirst(first);
    world.widen();
    for (String step : new String[] {"models", "users"}) {
      assertThatThrownBy(() -> push(step)).hasMessage("killed");
      requireFirst(first);
    }
    String second = unfinished(first);
    rest.good("POST", "/" + second + "/_refresh", null);
    JsonNode missing = rest.good("GET", "/" + second + "/_search?size=3", null);
    for (String id : Rest.ids(missing)) {
      rest.good("DELETE", "/" + second + "/_doc/" + id + "?refresh=true", null);
    }
    long sent = rest.good("GET", "/" + second + "/_count", null).path("count").asLong();
    Push.Report report = push("");
    assertThat(report.index()).as("it goes on where it stopped").isEqualTo(second);
    assertThat(report.items()).isEqualTo(sent + 3);
    assertThat(served()).isEqualTo(second);
    JsonNode all = rest.good("POST", recommend(), ALL).path("items");
    assertThat(all.size()).isGreaterThan(100);
    rollBack(first, second);
  }

  private void rollBack(String first, String second) throws IOException {
    rest.good(
        "POST",
        "/_aliases",
        "{'actions': [{'add': {'index': '"
            + first
            + "', 'alias': '"
            + name
            + "'}}, {'remove': {'index': '"
            + second
            + "', 'alias': '"
            + name
            + "'}}]}");
    requireFirst(first);
    JsonNode page = rest.good("POST", recommend(), "{'user': 'reader3', 'size': 10}");
    assertThat(page.path("items")).hasSize(10);
  }
}
