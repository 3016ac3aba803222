package dev.kindred.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Plan;
import dev.kindred.Profile;
import dev.kindred.Profiles;
import dev.kindred.Recommender;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.data.bandit.Reward;
import dev.kindred.examples.bookshop.Bookshop;
import dev.kindred.examples.bookshop.TestShop;
import dev.kindred.index.Generations;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LayeredUserStore;
import dev.kindred.index.Schema;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The examples, run. */
class ExamplesTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static Bookshop shop;

  @BeforeAll
  static void open() throws IOException {
    shop = TestShop.open();
  }

  @AfterAll
  static void close() throws IOException {
    shop.close();
  }

  private static List<String> ids(List<Scored> items) {
    return items.stream().map(Scored::itemId).toList();
  }

  @Test
  void moreLikeThis() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    MoreLikeThis.show(shop.folder(), "dune", new PrintStream(out, true, StandardCharsets.UTF_8));
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.stream().filter(line -> !line.startsWith(" "))).hasSize(5);
    assertThat(lines).anyMatch(line -> line.startsWith("Dune Messiah, "));
    assertThat(lines).anyMatch(line -> line.startsWith("  content ["));
  }

  @Test
  void liveShop() throws IOException {
    LiveShop live = new LiveShop(shop.recommender(), InstantSource.fixed(NOW));
    LiveShop.Page first = live.show("visitor-live");
    Scored clicked = first.items().get(2);
    assertThat(live.clicked("visitor-live", first, clicked).acknowledged()).isOne();
    assertThat(live.left(first)).isEqualTo(new Reward.Receipt(4, 1, List.of()));
    LiveShop.Page second = live.show("visitor-live");
    assertThat(ids(second.items()))
        .isNotEqualTo(ids(first.items()))
        .doesNotContain(clicked.itemId());
  }

  private static List<String> ids(IndexSearcher searcher, TopDocs hits) throws IOException {
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : hits.scoreDocs) {
      ids.add(searcher.storedFields().document(hit.doc).get("id"));
    }
    return ids;
  }

  @Test
  void embedInLucene() throws IOException {
    EmbedInLucene app = new EmbedInLucene(shop.recommender().models().get("als"));
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      app.index(directory, List.copyOf(shop.items()));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        UserState gothic = shop.recommender().users().find("reader-gothic").orElseThrow();
        Plan signals = app.signals(gothic, NOW);
        List<String> own = ids(searcher, searcher.search(EmbedInLucene.typed("castl"), 10));
        List<String> query = ids(searcher, app.asQuery(searcher, "castl", signals));
        TopDocs rescored = app.asRescorer(searcher, "castl", signals);
        assertThat(query).hasSameSizeAs(own).isNotEqualTo(own);
        String first = ids(searcher, rescored).getFirst();
        assertThat(shop.item(first).orElseThrow().values("subjects")).contains("gothic");
        assertThat(ids(searcher, app.asSort(searcher, "castl", signals)))
            .isEqualTo(ids(searcher, rescored));
        ScoreDoc best = rescored.scoreDocs[0];
        assertThat(
                signals
                    .asRescorer()
                    .explain(
                        searcher,
                        searcher.explain(EmbedInLucene.typed("castl"), best.doc),
                        best.doc)
                    .getValue())
            .isEqualTo(best.score);
        UserState space = shop.recommender().users().find("reader-space").orElseThrow();
        assertThat(ids(searcher, app.asQuery(searcher, "castl", app.signals(space, NOW))))
            .isNotEqualTo(query);
      }
    }
  }

  /** Vectors of whether an item is about the sea or about love; others have none. */
  private static Map<String, float[]> vectors() {
    Map<String, float[]> vectors = new HashMap<>();
    for (Item item : shop.items()) {
      List<String> subjects = item.values("subjects");
      float sea = subjects.contains("sea") ? 1 : 0;
      float love = subjects.contains("romance") ? 1 : 0;
      if (sea + love > 0) {
        vectors.put(item.id(), new float[] {sea, love});
      }
    }
    return vectors;
  }

  @Test
  void bringYourOwnVectors() throws IOException {
    BringYourOwnVectors model = new BringYourOwnVectors("mine", vectors(), NOW);
    Schema schema = shop.recommender().schema();
    Profile profile =
        Profile.parse(
            Profiles.HOME,
            new ObjectMapper()
                .readTree(
                    "{\"retrievers\":[{\"model\":{\"model\":\"mine\"}}],\"signals\":[{\"name\":"
                        + "\"mine\",\"signal\":{\"model\":{\"model\":\"mine\"}}}]}"));
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(directory, schema, List.of(model))) {
      writer.addAll(shop.items(), 1, done -> {});
      writer.commit(Map.of());
    }
    Profiles profiles = new Profiles(Map.of(Profiles.HOME, profile), EventWeights.EQUAL);
    Path generation = generation();
    try (Recommender recommender =
        Recommender.of(
            directory,
            new Recommender.Parts(
                schema,
                Map.of("mine", model),
                profiles,
                LayeredUserStore.open(shop.folder(), generation)),
            InstantSource.fixed(NOW),
            null)) {
      List<Scored> page = recommender.recommend(Request.user("reader-sea").size(8)).items();
      assertThat(page).hasSize(8);
      for (Scored item : page) {
        assertThat(shop.item(item.itemId()).orElseThrow().values("subjects")).contains("sea");
        assertThat(item.reasons().getFirst().because()).isNotEmpty();
      }
    }
  }

  private static Path generation() throws IOException {
    try (Generations generations = Generations.at(shop.folder())) {
      return generations.current();
    }
  }

  @Test
  void customSignal() throws IOException {
    Profile home = shop.recommender().profiles().byName().get(Profiles.HOME);
    List<Part> signals = new ArrayList<>(home.signals());
    signals.add(
        new Part("fits", new CustomSignal("pages", 1.5), new Normalizer.Identity(), 0.5, 0));
    Map<String, Profile> byName = new TreeMap<>(shop.recommender().profiles().byName());
    byName.put(Profiles.HOME, home.withSignals(signals));
    Path generation = generation();
    Recommender.Parts parts =
        new Recommender.Parts(
            shop.recommender().schema(),
            shop.recommender().models(),
            new Profiles(byName, shop.recommender().profiles().weights()),
            LayeredUserStore.open(shop.folder(), generation));
    try (Recommender recommender =
        Recommender.of(
            FSDirectory.open(generation.resolve(Generations.ITEMS)),
            parts,
            InstantSource.fixed(NOW),
            null)) {
      Request request = Request.user("reader-russia").filter("domain", "=", "books").explain();
      double leisure = meanPages(recommender.recommend(request).items());
      List<Scored> short90 =
          recommender.recommend(request.context(Map.of("minutes", "90"))).items();
      assertThat(meanPages(short90)).isLessThan(leisure / 2);
      Scored first = short90.getFirst();
      double pages = ((Number) first.fields().get("pages")).doubleValue();
      assertThat(first.signals().get("fits"))
          .isCloseTo(Math.min(1, 90 / (1.5 * pages)), within(1e-12));
      assertThat(first.explanation().toString()).contains("how pages fits 90.0 minutes");
      assertThat(first.explanation().getValue().floatValue()).isEqualTo(first.score());
    }
  }

  private static double meanPages(List<Scored> items) {
    return items.stream()
        .mapToDouble(item -> ((Number) item.fields().get("pages")).doubleValue())
        .average()
        .orElseThrow();
  }
}
