package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.data.Item;
import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recommender that learns from what it is told, and remembers. */
class BanditServingTest {
  private static final int ITEMS = 12;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Schema SCHEMA =
      new Schema(List.of("title"), List.of(), List.of(), "published", null, Map.of(), "english");
  private static final String PROFILE =
      """
      {"window": 20, "retrievers": [{"all": {}}],
       "signals": [{"name": "fresh",
         "signal": {"recency": {"field": "published", "half_life": "P3650D"}}}],
       "arrangers": [ARRANGERS]}
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    try (Directory items = FSDirectory.open(folder.resolve("items"));
        ItemWriter writer = ItemWriter.create(items, SCHEMA, List.of())) {
      for (int i = 0; i < ITEMS; i++) {
        String year = String.valueOf(2010 + i);
        writer.add(new Item("i" + i, Map.of("title", "item " + i, "published", year)));
      }
      writer.commit(Map.of());
    }
  }

  private Recommender open(String arranger) throws IOException {
    String home = PROFILE.replace("ARRANGERS", arranger);
    Profiles profiles =
        Profiles.parse(new ObjectMapper().readTree("{\"profiles\": {\"home\": " + home + "}}"));
    return Recommender.of(
        FSDirectory.open(folder.resolve("items")),
        new Recommender.Parts(
            SCHEMA,
            Map.of(),
            profiles,
            LuceneUserStore.open(folder.resolve("users")),
            PosteriorStore.open(folder.resolve("bandits.json"))),
        InstantSource.fixed(NOW),
        null);
  }

  private static Request ask(int seed) {
    return Request.EMPTY.seed(seed).size(3);
  }

  private static void reward(Recommender shop, Request asked, Scored shown, double reward)
      throws IOException {
    Instant at = asked.now() == null ? NOW : asked.now();
    Feedback feedback = new Feedback(shown.itemId(), reward, at, shown.signals(), asked.context());
    shop.reward("home", List.of(feedback));
  }

  /** The oldest item is the only one that is clicked. */
  private static int firstIsBest(Recommender shop, int rounds) throws IOException {
    int best = 0;
    for (int round = 0; round < rounds; round++) {
      Request asked = ask(round);
      Scored first = shop.recommend(asked).items().getFirst();
      best += first.itemId().equals("i0") ? 1 : 0;
      reward(shop, asked, first, first.itemId().equals("i0") ? 1 : 0);
    }
    return best;
  }

  @Test
  void learnsAndRemembersAfterARestart() throws IOException {
    String thompson = "{\"thompson\": {\"bandit\": \"shelf\", \"draws\": 50}}";
    try (Recommender shop = open(thompson)) {
      assertThat(firstIsBest(shop, 100)).isLessThan(90);
      assertThat(firstIsBest(shop, 100)).isGreaterThan(80);
    }
    try (Recommender shop = open(thompson)) {
      assertThat(shop.posteriors().find("shelf").arms().get("i0", Arm.NONE).sum()).isPositive();
      assertThat(firstIsBest(shop, 100)).isGreaterThan(85);
      assertThat(shop.recommend(ask(1)).items().getFirst().propensity()).isGreaterThan(0.8);
    }
  }

  @Test
  void aLinearBanditLearnsFromSignalsAndContext() throws IOException {
    String linear =
        """
        {"lints": {"bandit": "linear", "draws": 20, "scale": 0.2, "features":
          {"signals": ["fresh"], "context": ["device=mobile"], "cross": true}}}
        """;
    SplittableRandom random = new SplittableRandom(4);
    try (Recommender shop = open(linear)) {
      for (int round = 0; round < 600; round++) {
        Request asked = onDevice(round, round % 2 == 0 ? "mobile" : "desk");
        Scored first = shop.recommend(asked).items().getFirst();
        // On phones what is new is clicked, at desks what is old.
        double fresh = number(first.itemId()) / (ITEMS - 1.0);
        double clicks = round % 2 == 0 ? fresh : 1 - fresh;
        reward(shop, asked, first, random.nextDouble() < clicks ? 1 : 0);
      }
      List<String> mobile = new ArrayList<>();
      List<String> desk = new ArrayList<>();
      for (int round = 0; round < 20; round++) {
        mobile.add(shop.recommend(onDevice(-round, "mobile")).items().getFirst().itemId());
        desk.add(shop.recommend(onDevice(-round, "desk")).items().getFirst().itemId());
      }
      assertThat(mobile).filteredOn(id -> number(id) >= 8).hasSizeGreaterThan(15);
      assertThat(desk).filteredOn(id -> number(id) < 6).hasSizeGreaterThan(15);
    }
  }

  @Test
  void whatIsPopularAtWhichTimeIsLearnedItemByItem() throws IOException {
    String linear =
        """
        {"lints": {"bandit": "popular", "draws": 20, "scale": 0.3, "disjoint": true, "features":
          {"context": ["daypart=morning", "daypart=evening"]}}}
        """;
    Instant morning = Instant.parse("2026-03-01T07:30:00Z");
    Instant evening = Instant.parse("2026-03-01T20:30:00Z");
    SplittableRandom random = new SplittableRandom(9);
    try (Recommender shop = open(linear)) {
      for (int round = 0; round < 900; round++) {
        boolean early = round % 2 == 0;
        Request asked = ask(round).now(early ? morning : evening);
        Scored first = shop.recommend(asked).items().getFirst();
        // In the morning everybody wants item 3, in the evening item 8.
        boolean wanted = number(first.itemId()) == (early ? 3 : 8);
        reward(shop, asked, first, random.nextDouble() < (wanted ? 0.8 : 0.1) ? 1 : 0);
      }
      int right = 0;
      for (int round = 0; round < 20; round++) {
        Request asked = ask(-round).now(morning);
        right += number(shop.recommend(asked).items().getFirst().itemId()) == 3 ? 1 : 0;
        asked = ask(-round).now(evening);
        right += number(shop.recommend(asked).items().getFirst().itemId()) == 8 ? 1 : 0;
        // The same hour in Auckland is the next morning.
        asked = asked.context(Map.of("zone", "Pacific/Auckland"));
        right += number(shop.recommend(asked).items().getFirst().itemId()) == 3 ? 1 : 0;
      }
      assertThat(right).as("of 60").isGreaterThan(50);
    }
  }

  private static Request onDevice(int seed, String device) {
    return ask(seed).context(Map.of("device", device));
  }

  private static int number(String id) {
    return Integer.parseInt(id.substring(1));
  }

  @Test
  void lateBatchesAreLearnedToo() throws IOException {
    try (Recommender shop = open("{\"klucb\": {}}")) {
      List<Feedback> batch = new ArrayList<>();
      for (int i = 0; i < ITEMS; i++) {
        Instant yesterday = NOW.minusSeconds(86_400L + i);
        batch.add(new Feedback("i" + i, i == 7 ? 1 : 0, yesterday, Map.of(), Map.of()));
      }
      shop.reward("home", batch);
      Scored first = shop.recommend(ask(1)).items().getFirst();
      assertThat(first.itemId()).isEqualTo("i7");
      assertThat(first.propensity()).isEqualTo(1);
    }
  }

  @Test
  void answersAreNotedInAnIndexFolderOnly() throws IOException {
    try (Recommender shop = open("{\"klucb\": {}}")) {
      assertThatThrownBy(() -> shop.recommend(ask(1), "visit-1"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("index folder");
      assertThatThrownBy(() -> shop.reward("visit-1", "i7", 1))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("index folder");
    }
  }

  @Test
  void pagesFitTogether() throws IOException {
    try (Recommender shop = open("{\"thompson\": {}}")) {
      List<String> ids = new ArrayList<>();
      for (int from = 0; from < ITEMS; from += 3) {
        shop.recommend(ask(5).from(from)).items().forEach(item -> ids.add(item.itemId()));
      }
      assertThat(ids).hasSize(ITEMS).doesNotHaveDuplicates();
    }
  }

  @Test
  void banditsOfOneNameLearnAlike() {
    String two = "{\"thompson\": {}}, {\"linucb\": {}}";
    assertThatThrownBy(() -> open(two)).hasMessageContaining("name them apart");
  }
}
