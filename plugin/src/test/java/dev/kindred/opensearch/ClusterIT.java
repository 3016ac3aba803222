package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Request;
import dev.kindred.tools.cluster.LocalCluster;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The real distribution as three processes, with the zip installed: pushed as a user would, asked
 * over HTTP, its manager killed, its nodes restarted one by one.
 */
@TestMethodOrder(OrderAnnotation.class)
class ClusterIT {
  private static final int NODES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final String USER = "reader3";

  private static LocalCluster cluster;
  private static Recommender embedded;

  @BeforeAll
  static void up() throws Exception {
    Path work = Path.of(System.getProperty("work"));
    Files.createDirectories(work);
    Path fresh = Files.createTempDirectory(work, "run");
    World world = World.build(fresh.resolve("world"));
    embedded = world.embedded();
    Path home = Path.of(System.getProperty("opensearch.home"));
    cluster = LocalCluster.start(home, fresh, NODES, 320, PATIENCE);
    push(world, "one", 1);
    push(world, "three", 3);
    cluster.await(NODES, PATIENCE);
  }

  @AfterAll
  static void down() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
    if (embedded != null) {
      embedded.close();
    }
  }

  private static void push(World world, String name, int shards) throws IOException {
    try (Cluster rest = new Cluster(cluster.address(0))) {
      Push.Report report =
          new Push(world.index(), name, shards, 1).to(rest, (step, done, total) -> {});
      assertThat(report.items()).isEqualTo(embedded.size());
      assertThat(report.users()).isEqualTo(embedded.users().ids().size());
    }
  }

  private static int append(Cluster rest, String name, ArrayNode events) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("events", events);
    Cluster.Reply reply = rest.ask("POST", "/_plugins/_kindred/" + name + "/_events", body);
    assertThat(reply.ok()).as("%s", reply).isTrue();
    return reply.body().path("acknowledged").asInt();
  }

  private static ObjectNode body(String profile, String like, int from, int size) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("profile", profile).put("user", USER).put("from", from).put("size", size);
    body.put("now", NOW.toEpochMilli()).put("explain", true);
    if (like != null) {
      body.put("like", like);
    }
    return body;
  }

  private static JsonNode recommend(int node, String index, ObjectNode body) throws IOException {
    try (Cluster rest = new Cluster(cluster.address(node))) {
      Cluster.Reply reply = rest.ask("POST", "/_plugins/_kindred/" + index + "/_recommend", body);
      assertThat(reply.ok()).as("%s", reply).isTrue();
      return reply.body().path("items");
    }
  }

  private static void same(Recommendations expected, JsonNode items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.path("id").asText()));
    assertThat(ids).isEqualTo(expected.items().stream().map(item -> item.itemId()).toList());
    for (int i = 0; i < items.size(); i++) {
      float score = expected.items().get(i).score();
      assertThat((float) items.get(i).path("score").asDouble()).isCloseTo(score, within(1e-5f));
      assertThat((float) items.get(i).path("explanation").path("value").asDouble())
          .as("explain equals score")
          .isCloseTo(score, within(1e-5f));
    }
  }

  @Test
  @Order(1)
  void oneShardAndThreeGiveWhatTheEmbeddedEngineGives() throws Exception {
    Request user = Request.user(USER).now(NOW).size(20);
    String liked = embedded.recommend(user).items().getFirst().itemId();
    for (String profile : embedded.profiles().byName().keySet()) {
      Request request = user.profile(profile).like(List.of(liked)).from(5);
      Recommendations expected = embedded.recommend(request);
      same(expected, recommend(1, "one", body(profile, liked, 5, 20)));
      same(expected, recommend(2, "three", body(profile, liked, 5, 20)));
    }
    Recommendations cheap = embedded.recommend(user.filter("price", "<=", 12));
    ObjectNode filtered = body("home", null, 0, 20);
    filtered.putObject("filter").putObject("range").putObject("price").put("lte", 12);
    same(cheap, recommend(0, "three", filtered));
  }

  @Test
  @Order(2)
  void livesBesideOrdinaryQueries() throws Exception {
    JsonNode search =
        new ObjectMapper()
            .readTree(
                """
                {"size": 5, "explain": true, "profile": true,
                 "query": {"bool": {"must": {"kindred": {"profile": "home", "user": "reader3"}},
                                    "filter": {"range": {"price": {"lte": 15}}}}},
                 "rescore": {"window_size": 100, "kindred": {"profile": "home", "user": "reader3"}},
                 "aggs": {"categories": {"terms": {"field": "category"}}},
                 "highlight": {"fields": {"title": {}}}}
                """);
    try (Cluster rest = new Cluster(cluster.address(2))) {
      Cluster.Reply reply = rest.ask("POST", "/three/_search", search);
      assertThat(reply.ok()).as("%s", reply).isTrue();
      assertThat(reply.body().path("hits").path("hits")).isNotEmpty();
      assertThat(reply.body().path("aggregations").path("categories").path("buckets")).isNotEmpty();
    }
  }

  @Test
  @Order(3)
  void refusesWhatItDoesNotKnow() throws Exception {
    try (Cluster rest = new Cluster(cluster.address(1))) {
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.put("usr", "u1");
      Cluster.Reply reply = rest.ask("POST", "/_plugins/_kindred/three/_recommend", body);
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.body().toString()).contains("unknown key").contains("did you mean user");
    }
  }

  @Test
  @Order(4)
  void survivesTheLossOfItsManager() throws Exception {
    Recommendations expected = embedded.recommend(Request.user(USER).now(NOW).size(10));
    int answered = 0;
    for (int i = 0; i < 60; i++) {
      if (i == 20) {
        cluster.kill(0);
      }
      same(expected, recommend(1 + i % 2, "three", body("home", null, 0, 10)));
      answered++;
    }
    assertThat(answered).isEqualTo(60);
    cluster.restart(0);
    cluster.await(NODES, PATIENCE);
    same(expected, recommend(0, "three", body("home", null, 0, 10)));
  }

  @Test
  @Order(5)
  void losesNoAcknowledgedEventInARollingRestart() throws Exception {
    int acknowledged = 0;
    for (int node = 0; node < NODES; node++) {
      cluster.stop(node);
      try (Cluster rest = new Cluster(cluster.address((node + 1) % NODES))) {
        for (int i = 0; i < 20; i++) {
          ArrayNode one = JsonNodeFactory.instance.arrayNode();
          one.addObject()
              .put("user", "roller")
              .put("item", "book" + acknowledged)
              .put("id", "e" + acknowledged);
          acknowledged += append(rest, "three", one);
        }
      }
      cluster.restart(node);
      cluster.await(NODES, PATIENCE);
    }
    try (Cluster rest = new Cluster(cluster.address(0))) {
      JsonNode user = rest.ask("GET", "/three-users/_doc/roller", null).body().path("_source");
      assertThat(user.path("history")).hasSize(acknowledged);
      assertThat(acknowledged).isEqualTo(60);
    }
  }
}
