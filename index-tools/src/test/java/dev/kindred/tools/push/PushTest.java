package dev.kindred.tools.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kindred.tools.build.LiveItems;
import dev.kindred.tools.cli.Console;
import dev.kindred.tools.cli.Kindred;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {
  private static final String ITEMS =
      """
      id,title,price
      kettle,Gooseneck kettle,49
      scale,Coffee scale,39
      mug,Stoneware mug,14
      """;

  @TempDir private Path folder;
  private SmallCluster there;

  @BeforeEach
  void start() throws IOException {
    there = new SmallCluster();
    Path items = Files.writeString(folder.resolve("items.csv"), ITEMS);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    Console silent =
        new Console(nowhere, nowhere, false, InstantSource.fixed(Instant.EPOCH), Map.of());
    String index = index().toString();
    String[] build = {"build", "--items", items.toString(), "--out", index};
    assertThat(Kindred.run(silent, List.of(), build)).isZero();
  }

  @AfterEach
  void stop() {
    there.close();
  }

  private Path index() {
    return folder.resolve("index");
  }

  private Push.Report push() throws IOException {
    try (Cluster cluster = new Cluster(there.address("", ""))) {
      return new Push(index(), "shop", 1, 0).to(cluster, (step, done, total) -> {});
    }
  }

  private Map<String, JsonNode> served() {
    return there.indices.get(there.aliases.get("shop"));
  }

  @Test
  void theAliasServesWhatTheIndexHolds() throws IOException {
    Push.Report report = push();
    assertThat(report.items()).isEqualTo(3);
    assertThat(there.aliases).containsEntry("shop", report.index());
    assertThat(served()).containsOnlyKeys("kettle", "scale", "mug");
    assertThat(served().get("mug").path("price").asDouble()).isEqualTo(14);
  }

  @Test
  void whatIsThereIsNotSentAgain() throws IOException {
    String first = push().index();
    there.asked.clear();
    assertThat(push().index()).isEqualTo(first);
    assertThat(there.asked).noneMatch(asked -> asked.endsWith("_bulk"));
  }

  @Test
  void whatChangedSinceThePushBeforeIsServedByTheNext() throws IOException {
    String first = push().index();
    try (LiveItems items = LiveItems.open(index())) {
      items.set(Map.of("kettle", Map.of("price", 9.5)));
      items.delete(List.of("mug"));
    }
    assertThat(push().index()).as("an index of its own").isNotEqualTo(first);
    assertThat(served()).containsOnlyKeys("kettle", "scale");
    assertThat(served().get("kettle").path("price").asDouble()).isEqualTo(9.5);
    assertThat(there.indices.get(first)).as("the way back").hasSize(3);
  }

  @Test
  void anIndexThatHasTheAliassNameIsNoticedBeforeAnythingIsSent() {
    there.indices.put("shop", Map.of());
    assertThatThrownBy(this::push)
        .hasMessageContaining("'shop' is an index there, and no alias can have its name");
    assertThat(there.asked).noneMatch(asked -> asked.startsWith("P"));
  }

  @Test
  void anAddressMayHaveAUserAndAPath() throws IOException {
    try (Cluster cluster = new Cluster(there.address("ann:se%63ret@", "/search/"))) {
      assertThat(cluster.ask("HEAD", "/shop", null).status()).isEqualTo(404);
      assertThat(there.asked).containsExactly("HEAD /search/shop");
      assertThat(there.caller).as("ann:secret in base 64").isEqualTo("Basic YW5uOnNlY3JldA==");
      assertThat(cluster.toString()).isEqualTo(there.address("", "/search").toString());
    }
    try (Cluster nobody = new Cluster(there.address("", ""))) {
      nobody.ask("GET", "/", null);
      assertThat(there.caller).isNull();
    }
  }
}
