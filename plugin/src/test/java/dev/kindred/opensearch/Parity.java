package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Profile;
import dev.kindred.Recommender;
import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.cluster.LocalCluster;
import dev.kindred.tools.push.Cluster;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks the nodes of a cluster and the embedded engine the same. For one thread. */
final class Parity {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final int PAGE = 20;
  private static final float TOLERANCE = 1e-5f;

  private final LocalCluster cluster;
  private final Recommender embedded;
  private final String user;
  private int asked;

  Parity(LocalCluster cluster, Recommender embedded, String user) {
    this.cluster = cluster;
    this.embedded = embedded;
    this.user = user;
  }

  /** Profiles that do not explore: what bandits have learned stays with the embedded engine. */
  private List<String> profiles() {
    return embedded.profiles().byName().values().stream()
        .filter(profile -> profile.bandits().isEmpty())
        .map(Profile::name)
        .sorted()
        .toList();
  }

  /**
   * For the user, with a liked item, typed words and the filter, on the first pages and below.
   *
   * @param most what a filter lets through: field and upper bound
   * @return how many items were compared
   */
  int everyProfile(String index, Condition most) throws IOException {
    Request request = Request.user(user).now(NOW).size(PAGE);
    Scored best = embedded.recommend(request).items().getFirst();
    int compared = 0;
    for (String profile : profiles()) {
      Request mine = request.profile(profile);
      int items =
          same(index, mine)
              + same(index, mine.from(PAGE))
              + same(index, mine.like(List.of(best.itemId())).from(5))
              + same(index, mine.text(best.fields().get("title").toString()))
              + same(index, mine.filter(most.field(), "<=", most.value()).from(3));
      assertThat(items).as("profile %s answers something", profile).isPositive();
      compared += items;
    }
    return compared;
  }

  /** The nodes take turns. */
  int same(String index, Request request) throws IOException {
    Recommendations expected = embedded.recommend(request);
    int node = asked++ % cluster.size();
    same(expected, recommend(cluster, node, index, body(request)), index + " " + request);
    return expected.items().size();
  }

  static ObjectNode body(Request request) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("profile", request.profile()).put("user", request.userId());
    body.put("from", request.from()).put("size", request.size());
    body.put("now", request.now().toEpochMilli()).put("explain", true).put("text", request.text());
    request.like().forEach(body.withArrayProperty("like")::add);
    for (Condition one : request.filter().conditions()) {
      ObjectNode range = body.putObject("filter").putObject("range").putObject(one.field());
      range.put("lte", Double.valueOf(one.value()));
    }
    return body;
  }

  static JsonNode recommend(LocalCluster cluster, int node, String index, ObjectNode body)
      throws IOException {
    try (Cluster rest = new Cluster(cluster.address(node))) {
      Cluster.Reply reply = rest.ask("POST", "/_plugins/_kindred/" + index + "/_recommend", body);
      assertThat(reply.ok()).as("%s", reply).isTrue();
      return reply.body().path("items");
    }
  }

  static void same(Recommendations expected, JsonNode items, String what) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.path("id").asText()));
    assertThat(ids).as(what).isEqualTo(expected.items().stream().map(Scored::itemId).toList());
    for (int i = 0; i < items.size(); i++) {
      float score = expected.items().get(i).score();
      JsonNode explained = items.get(i).path("explanation").path("value");
      assertThat((float) items.get(i).path("score").asDouble())
          .as(what)
          .isCloseTo(score, within(TOLERANCE));
      assertThat((float) explained.asDouble())
          .as("explained %s", what)
          .isCloseTo(score, within(TOLERANCE));
    }
  }
}
