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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

  /**
   * The same items with the same scores. Where scores lie within the tolerance, which of them comes
   * first is a matter of the order in which a JVM adds numbers up, also across the ends of a page.
   */
  static void same(Recommendations expected, JsonNode items, String what) {
    assertThat(items.size()).as(what).isEqualTo(expected.items().size());
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Scored other = expected.items().get(i);
      JsonNode item = items.get(i);
      String id = item.path("id").asText();
      assertThat((float) item.path("score").asDouble())
          .as("score %s, of %s beside %s, of %s", i, id, other.itemId(), what)
          .isCloseTo(other.score(), within(TOLERANCE));
      assertThat((float) item.path("explanation").path("value").asDouble())
          .as("explained %s, of %s", id, what)
          .isCloseTo(other.score(), within(TOLERANCE));
      assertThat(id)
          .as("item %s, score %s, of %s", i, other.score(), what)
          .satisfiesAnyOf(
              one -> assertThat(asGood(expected.items(), other.score())).contains(one),
              one -> assertThat(atAnEnd(expected.items(), other.score(), one)).isTrue());
      assertThat(seen.add(id)).as("%s once in %s", id, what).isTrue();
    }
  }

  private static List<String> asGood(List<Scored> expected, float score) {
    return expected.stream().filter(one -> near(one.score(), score)).map(Scored::itemId).toList();
  }

  /** Whether what is not on the page is as good as what is first or last on it. */
  private static boolean atAnEnd(List<Scored> expected, float score, String id) {
    return expected.stream().noneMatch(one -> one.itemId().equals(id))
        && (near(expected.getFirst().score(), score) || near(expected.getLast().score(), score));
  }

  private static boolean near(float one, float other) {
    return Math.abs(one - other) <= TOLERANCE;
  }
}
