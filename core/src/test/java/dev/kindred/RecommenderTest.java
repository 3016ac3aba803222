package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Why.Verdict;
import dev.kindred.data.Event;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.related.RelatedItems;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small shop whose items form a ring: each is related to the next with weight 1 and to the one
 * after with weight a half, so that every answer can be told in advance.
 */
class RecommenderTest {
  private static final int ITEMS = 30;
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Schema SCHEMA =
      new Schema(
          List.of("title"),
          List.of("genre"),
          List.of("price"),
          "published",
          null,
          Map.of(),
          "english");

  private static final String PROFILES =
      """
      {"weights": {"view": 0.5},
       "profiles": {
         "home": {"window": 20,
           "retrievers": [{"model": {"model": "ring"}}],
           "signals": [
             {"name": "related", "signal": {"model": {"model": "ring"}}, "weight": 1,
              "normalizer": {"saturation": {"pivot": 1}}},
             {"name": "fresh", "weight": 0.001,
              "signal": {"recency": {"field": "published", "half_life": "P365D"}}}],
           "arrangers": [{"diversity": {"fields": ["genre"], "strength": 0, "pool": 10}}]},
         "similar": {"window": 20,
           "retrievers": [{"model": {"model": "ring"}}],
           "signals": [{"name": "related", "signal": {"model": {"model": "ring"}}}]},
         "search": {"window": 40,
           "retrievers": [{"text": {}}],
           "signals": [{"signal": {"text": {}}},
             {"name": "related", "signal": {"model": {"model": "ring"}}, "weight": 10}]}}}
      """;

  @TempDir private Path folder;
  private Recommender shop;

  private static String id(int item) {
    return "i" + item % ITEMS;
  }

  private static Item item(int item) {
    return new Item(
        id(item),
        Map.of(
            "title",
            (item % 2 == 0 ? "even castle " : "odd moor ") + "number" + item,
            "genre",
            List.of("g" + item % 3),
            "price",
            item,
            "published",
            "2020"));
  }

  private static Model ring() {
    IdMap ids = IdMap.of(IntStream.range(0, ITEMS).mapToObj(RecommenderTest::id).toList());
    long[] starts = new long[ITEMS + 1];
    int[] related = new int[2 * ITEMS];
    float[] weights = new float[2 * ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      starts[i + 1] = 2L * (i + 1);
      related[2 * i] = (i + ITEMS - 1) % ITEMS;
      weights[2 * i] = 1;
      related[2 * i + 1] = (i + ITEMS - 2) % ITEMS;
      weights[2 * i + 1] = 0.5f;
    }
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "related",
            "ring",
            "1",
            NOW,
            Map.of(),
            Map.of(),
            Map.of(),
            RelatedItems.fields("ring"));
    return RelatedItems.of(
        manifest, ids, starts, related, weights, RelatedItems.Memory.fading(null));
  }

  @BeforeEach
  void open() throws IOException {
    Model ring = ring();
    Directory items = FSDirectory.open(folder.resolve("items"));
    try (ItemWriter writer = ItemWriter.create(items, SCHEMA, List.of(ring))) {
      for (int i = 0; i < ITEMS; i++) {
        writer.add(item(i));
      }
      writer.commit(Map.of());
    }
    LuceneUserStore users = LuceneUserStore.open(folder.resolve("users"));
    users.append(List.of(event("ann", id(5)), event("ann", id(20))));
    Profiles profiles = Profiles.parse(new ObjectMapper().readTree(PROFILES));
    Recommender.Parts parts = new Recommender.Parts(SCHEMA, Map.of("ring", ring), profiles, users);
    shop = Recommender.of(items, parts, InstantSource.fixed(NOW), null);
  }

  @AfterEach
  void close() throws IOException {
    shop.close();
  }

  private static Event event(String user, String item) {
    return new Event(user, item, Event.RATING, 5, NOW.minusSeconds(60));
  }

  @Test
  void ranksTheIdsOfThePage() throws IOException {
    Request search = Request.search("castle").forUser("ann").from(2).size(7);
    assertThat(shop.rank(search)).hasSize(7).isEqualTo(ids(shop.recommend(search)));
    for (double diversity : new double[] {0, 0.9}) {
      Request home = Request.user("ann").diversity(diversity).from(1).size(3);
      assertThat(shop.rank(home)).hasSize(3).isEqualTo(ids(shop.recommend(home)));
    }
  }

  private static List<String> ids(Recommendations page) {
    return page.items().stream().map(Scored::itemId).toList();
  }

  @Test
  void recommendsWhatIsRelatedToTheHistory() throws IOException {
    Recommendations page = shop.recommend(Request.user("ann"));
    assertThat(ids(page).subList(0, 2)).containsExactlyInAnyOrder("i6", "i21");
    assertThat(ids(page).subList(2, 4)).containsExactlyInAnyOrder("i7", "i22");
    assertThat(page.totalCandidates()).isEqualTo(4);
    assertThat(page.modelVersions()).containsEntry("ring", "ring@1");
  }

  @Test
  void namesTheResponsibleItem() throws IOException {
    for (Scored scored : shop.recommend(Request.user("ann")).items()) {
      int number = Integer.parseInt(scored.itemId().substring(1));
      String liked = number < 15 ? "i5" : "i20";
      assertThat(scored.reasons().getFirst().signal()).isEqualTo("related");
      assertThat(scored.reasons().getFirst().because()).containsExactly(liked);
      assertThat(scored.reasons().getFirst().share()).isBetween(0.9, 1.0);
      assertThat(scored.signals()).containsOnlyKeys("related", "fresh");
      assertThat(scored.fields()).containsEntry("genre", List.of("g" + number % 3));
    }
  }

  @Test
  void hidesWhatTheUserHasSeenUnlessAsked() throws IOException {
    Request both = Request.user("ann").session(List.of(event("ann", id(6))));
    assertThat(ids(shop.recommend(both))).doesNotContain("i5", "i6", "i20");
    assertThat(ids(shop.recommend(both.withSeen()))).contains("i6");
  }

  @Test
  void findsMoreLikeThisAndStaysAwayFromTheUnliked() throws IOException {
    assertThat(ids(shop.recommend(Request.like("i3")))).containsExactly("i4", "i5");
    Request away = Request.like("i3").unlike("i4");
    assertThat(ids(shop.recommend(away))).containsExactly("i5");
    assertThat(shop.recommend(away).items().getFirst().score())
        .as("unliking i4 speaks against what follows it")
        .isZero();
  }

  @Test
  void searchesForThisUser() throws IOException {
    Recommendations page = shop.recommend(Request.search("castles").forUser("ann").size(40));
    assertThat(page.items()).hasSize(14);
    assertThat(ids(page).subList(0, 2)).containsExactlyInAnyOrder("i6", "i22");
  }

  @Test
  void everyAnswerMeetsTheFilter() throws IOException {
    Request cheap = Request.search("castle").filter("price", "<=", 8).filter("genre", "!=", "g0");
    assertThat(ids(shop.recommend(cheap))).containsExactlyInAnyOrder("i2", "i4", "i8");
    assertThatThrownBy(() -> shop.recommend(Request.search("x").filter("prise", "<=", 8)))
        .hasMessageContaining("did you mean price?");
  }

  @Test
  void pagesFitTogether() throws IOException {
    for (double diversity : new double[] {0, 0.7}) {
      Request all = Request.search("castle moor").diversity(diversity);
      List<String> whole = ids(shop.recommend(all.size(30)));
      List<String> pages = new ArrayList<>();
      for (int from = 0; from < 30; from += 7) {
        pages.addAll(ids(shop.recommend(all.from(from).size(Math.min(7, 30 - from)))));
      }
      assertThat(pages).isEqualTo(whole);
    }
  }

  @Test
  void aSurveyHasThePageAndWhatItWasChosenFrom() throws IOException {
    Request request = Request.user("ann").from(1).size(2);
    Survey survey = shop.survey(request);
    assertThat(ids(survey.page())).isEqualTo(ids(shop.recommend(request)));
    assertThat(survey.page().totalCandidates()).isEqualTo(survey.candidates().size());
    assertThat(survey.candidates()).doesNotHaveDuplicates().hasSizeGreaterThan(3);
    assertThat(survey.candidates().subList(1, 3)).isEqualTo(ids(survey.page()));
  }

  @Test
  void explainsTheScoreItGives() throws IOException {
    for (Scored scored : shop.recommend(Request.user("ann").explain()).items()) {
      assertThat(scored.explanation().getValue().floatValue()).isEqualTo(scored.score());
      Why why = shop.explain(Request.user("ann"), scored.itemId());
      assertThat(why.explanation().getValue().floatValue()).isEqualTo(scored.score());
    }
  }

  @Test
  void saysWhyAndWhyNot() throws IOException {
    Request request = Request.user("ann").filter("price", "<=", 21);
    assertThat(shop.explain(request, "i6").verdict()).isEqualTo(Verdict.RANKED);
    assertThat(shop.explain(request, "i6").rank()).isPositive();
    Why seen = shop.explain(request, "i5");
    assertThat(seen.verdict()).isEqualTo(Verdict.SEEN);
    assertThat(seen.notes())
        .as("what is kept out is not said to be too far behind")
        .noneMatch(note -> note.contains("not among the best"))
        .noneMatch(note -> note.contains("FieldExistsQuery"));
    assertThat(shop.explain(request, "i22").verdict()).isEqualTo(Verdict.FILTERED);
    assertThat(shop.explain(request, "i12").verdict()).isEqualTo(Verdict.NOT_PROPOSED);
    assertThat(shop.explain(request, "nothing").verdict()).isEqualTo(Verdict.UNKNOWN);
    assertThat(shop.explain(request, "i12").explanation().toString())
        .contains("the document has none of the");
  }

  @Test
  void aStrangerGetsNothingPersonalAndIsToldWhy() throws IOException {
    assertThat(shop.recommend(Request.user("nobody")).items()).isEmpty();
    assertThat(shop.explain(Request.user("nobody"), "i1").notes())
        .anyMatch(note -> note.contains("the history is empty"));
  }

  @Test
  void aSessionIsEnough() throws IOException {
    Request visitor = Request.history(List.of(event("visitor", id(9))));
    assertThat(ids(shop.recommend(visitor))).startsWith("i10", "i11");
  }

  @Test
  void theRequestsClockIsTheOnlyOne() throws IOException {
    Request then = Request.user("ann").now(Instant.parse("2040-01-01T00:00:00Z"));
    double fresh = shop.recommend(Request.user("ann")).items().getFirst().signals().get("fresh");
    double later = shop.recommend(then).items().getFirst().signals().get("fresh");
    assertThat(later).isLessThan(fresh / 1000);
  }

  @Test
  void newItemsAppearAfterARefresh() throws IOException {
    try (Directory items = FSDirectory.open(folder.resolve("items"));
        ItemWriter writer = ItemWriter.open(items, SCHEMA, shop.models().values())) {
      writer.add(new Item("new", Map.of("title", "a lighthouse", "genre", "g1")));
      writer.commit(Map.of());
    }
    assertThat(shop.recommend(Request.search("lighthouse")).items()).isEmpty();
    shop.refresh();
    assertThat(ids(shop.recommend(Request.search("lighthouse")))).containsExactly("new");
    assertThat(shop.size()).isEqualTo(ITEMS + 1);
  }
}
