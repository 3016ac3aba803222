package dev.kindred.opensearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kindred.Recommender;
import dev.kindred.request.Filter.Condition;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.cluster.LocalCluster;
import dev.kindred.tools.push.Cluster;
import dev.kindred.tools.push.Push;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real distribution as three processes, with the zip installed: pushed as a user would, asked
 * over HTTP, its manager killed, its nodes restarted one by one.
 */
@TestMethodOrder(OrderAnnotation.class)
class ClusterIT {
  private static final int NODES = 3;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final String USER = "reader3";
  private static final Request HOME = Request.user(USER).profile("home").now(Parity.NOW).size(10);

  private static LocalCluster cluster;
  private static World world;
  private static Recommender embedded;

  @BeforeAll
  static void up() throws Exception {
    Path work = Path.of(System.getProperty("work"));
    Files.createDirectories(work);
    Path fresh = Files.createTempDirectory(work, "run");
    world = World.large(fresh.resolve("world"));
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
    try (Cluster rest = new Cluster(cluster.address(0));
        Recommender here = world.embedded()) {
      Push.Report report =
          new Push(world.index(), name, shards, 1).to(rest, (step, done, total) -> {});
      assertThat(report.items()).isEqualTo(here.size());
      assertThat(report.users()).isEqualTo(here.users().ids().size());
    }
  }

  private static int append(Cluster rest, String name, ArrayNode events) throws IOException {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("events", events);
    Cluster.Reply reply = rest.ask("POST", "/_plugins/_kindred/" + name + "/_events", body);
    assertThat(reply.ok()).as("%s", reply).isTrue();
    return reply.body().path("acknowledged").asInt();
  }

  private static JsonNode home(int node) throws IOException {
    return Parity.recommend(cluster, node, "three", Parity.body(HOME));
  }

  @Test
  @Order(1)
  void oneShardAndThreeGiveWhatTheEmbeddedEngineGives() throws Exception {
    Parity parity = new Parity(cluster, embedded, USER);
    Condition cheap = Condition.parse("price<=12");
    assertThat(parity.everyProfile("one", cheap)).isEqualTo(parity.everyProfile("three", cheap));
  }

  @Test
  @Order(2)
  void theBookshopIsTheSame(@TempDir Path folder) throws Exception {
    sameEverywhere(World.bookshop(folder), "books", "reader7", Condition.parse("pages<=250"));
  }

  @Test
  @Order(2)
  void movieLensIsTheSame(@TempDir Path folder) throws Exception {
    Path data = Path.of("../../shared/data/ml-100k");
    assumeTrue(Files.isDirectory(data), "needs ../shared/data/ml-100k");
    World movies = World.movieLens(data, folder);
    sameEverywhere(movies, "movies", "196", Condition.parse("year<=1990"));
  }

  /**
   * One shard as it is built. Three shards each have a window of their own, so there a window holds
   * the whole catalogue.
   */
  private static void sameEverywhere(World world, String name, String user, Condition most)
      throws Exception {
    push(world, name, 1);
    try (Recommender here = world.embedded()) {
      assertThat(new Parity(cluster, here, user).everyProfile(name, most)).isGreaterThan(100);
    }
    world.widen();
    push(world, name + "3", 3);
    try (Recommender here = world.embedded()) {
      assertThat(new Parity(cluster, here, user).everyProfile(name + "3", most)).isGreaterThan(100);
    }
  }

  private static Rest rest(int node) {
    return new Rest(cluster.address(node));
  }

  @Test
  @Order(3)
  void livesBesideOrdinaryQueries() throws Exception {
    Recommendations best = embedded.recommend(HOME.size(15));
    List<String> ids = best.items().stream().map(Scored::itemId).toList();
    Beside beside = new Beside(rest(2), "three", ids);
    beside.inOneSearch(best.items().getFirst().fields().get("title").toString());
    beside.inSeveralSearches();
    beside.inPagesAtAPointInTime();
  }

  @Test
  @Order(2)
  void isInstalledByTheEnginesInstaller(@TempDir Path beside) throws Exception {
    Path home = Path.of(System.getProperty("opensearch.home"));
    new Installer(home, Path.of(System.getProperty("plugin.zip"))).installs(beside);
  }

  @Test
  @Order(3)
  void mapsWhatComesLater() throws Exception {
    new Later(rest(1), "one").areMappedByTemplates();
  }

  @Test
  @Order(3)
  void tellsWhatItDoes() throws Exception {
    new Watch(rest(1), "three").countsWhatItDoes();
  }

  @Test
  @Order(3)
  void refusesAnIndexOfOtherModels() throws Exception {
    new Mismatch(rest(0), "three").isRefusedWithTheReason();
  }

  @Test
  @Order(3)
  void aKilledPushLeavesTheAliasAndTheWayBackIsOneStep() throws Exception {
    new Pushes(rest(0), world, "twice").aKilledOneLeavesTheAlias();
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

  /** Each is refused with a reason, and the cluster is as it was. */
  @Test
  @Order(4)
  void refusesHostileRequestsUnharmed(TestReporter reporter) throws Exception {
    int count = Integer.getInteger("hostile.requests", 500);
    long seed = Long.getLong("hostile.seed", 20261126);
    reporter.publishEntry("hostile", count + " requests, -Dhostile.seed=" + seed);
    JsonNode before = home(0);
    String item = before.get(0).path("id").asText();
    List<URI> nodes = IntStream.range(0, NODES).mapToObj(cluster::address).toList();
    Siege siege = new Siege();
    siege.lay(nodes, "three", item, count, seed);
    reporter.publishEntry("answers", siege.answers().toString());
    siege.requireAllRefused(seed);
    cluster.await(NODES, PATIENCE);
    requireUnharmed(reporter);
    for (int node = 0; node < NODES; node++) {
      assertThat(home(node)).isEqualTo(before);
    }
  }

  private static void requireUnharmed(TestReporter reporter) throws IOException {
    try (Cluster rest = new Cluster(cluster.address(0))) {
      JsonNode stats = rest.ask("GET", "/_nodes/stats/jvm,breaker", null).body().path("nodes");
      assertThat(stats).hasSize(NODES);
      for (JsonNode node : stats) {
        int heap = node.path("jvm").path("mem").path("heap_used_percent").asInt();
        reporter.publishEntry(node.path("name").asText(), heap + " % of the heap");
        assertThat(heap).isLessThan(95);
        for (JsonNode breaker : node.path("breakers")) {
          assertThat(breaker.path("tripped").asInt()).as("%s", node).isZero();
        }
      }
      JsonNode tasks = rest.ask("GET", "/_tasks?actions=indices:data/*", null).body();
      assertThat(tasks.path("nodes")).as("nothing is left running").isEmpty();
      String taken = "/three-users/_doc/" + HostileBodies.USER;
      assertThat(rest.ask("GET", taken, null).status())
          .as("no event of a refused request was taken")
          .isEqualTo(404);
    }
  }

  @Test
  @Order(5)
  void survivesTheLossOfItsManager() throws Exception {
    Recommendations expected = embedded.recommend(HOME);
    int answered = 0;
    for (int i = 0; i < 60; i++) {
      if (i == 20) {
        cluster.kill(0);
      }
      Parity.same(expected, home(1 + i % 2), "after " + i);
      answered++;
    }
    assertThat(answered).isEqualTo(60);
    cluster.restart(0);
    cluster.await(NODES, PATIENCE);
    Parity.same(expected, home(0), "after all");
  }

  @Test
  @Order(6)
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
