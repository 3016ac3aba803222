package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.Erasure;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.index.Generations;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.read.BadLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items change in what is known of them, and nobody writes them again. */
class ItemStateTest {
  private static final Request POPULAR = Request.user("nobody").profile("popularity").size(120);
  private static final Request TREND = Request.user("nobody").profile("trend").size(120);
  private static final String BOOK = "gothic29";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void build() throws IOException {
    shop = Shop.in(folder);
    Shop.build(shop.spec(Shop.models("popularity", "trend", "content")));
  }

  private static List<Arrival> views(String item, int many) {
    return views(item, many, 0);
  }

  private static List<Arrival> views(String item, int many, int daysAgo) {
    List<Arrival> views = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      Event view =
          new Event("v" + i, item, Event.VIEW, 1, Shop.NOW.minus(Duration.ofDays(daysAgo)));
      views.add(new Arrival(view, null, null));
    }
    return views;
  }

  private static double signal(Recommender open, Request request, String item) throws IOException {
    return open.recommend(request).items().stream()
        .filter(one -> one.itemId().equals(item))
        .map(one -> one.signals().get(request.profile()))
        .findFirst()
        .orElse(0.0);
  }

  private double demand(Request request, String item) throws IOException {
    try (Recommender open = shop.open()) {
      return signal(open, request, item);
    }
  }

  @Test
  void demandGrowsByLiveEventsAsIfTheyHadBeenTrainedOn() throws IOException {
    double before = demand(POPULAR, BOOK);
    double trend = demand(TREND, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(views(BOOK, 40));
      open.receive(views(BOOK, 2, 14));
      open.refresh();
      assertThat(signal(open, POPULAR, BOOK)).isCloseTo(before + 42, within(1e-6));
      assertThat(signal(open, TREND, BOOK))
          .as("two weeks are two half-lives")
          .isCloseTo(trend + 40 + 0.5, within(1e-6));
      assertThat(Shop.ids(open, POPULAR).getFirst()).isEqualTo(BOOK);
    }
    assertThat(demand(POPULAR, BOOK)).as("after a restart").isCloseTo(before + 42, within(1e-6));
  }

  @Test
  void itFollowsByItself() throws Exception {
    try (Recommender open = shop.open()) {
      double before = signal(open, POPULAR, BOOK);
      open.receive(views(BOOK, 5));
      for (int i = 0; i < 500 && signal(open, POPULAR, BOOK) < before + 4.9; i++) {
        Thread.sleep(20);
      }
      assertThat(signal(open, POPULAR, BOOK)).isCloseTo(before + 5, within(1e-6));
    }
  }

  @Test
  void anEventCountsOnceWhoeverAppliesIt() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender one = shop.open();
        Recommender other = shop.open()) {
      one.receive(views(BOOK, 3));
      other.refresh();
      one.refresh();
      other.refresh();
      assertThat(signal(one, POPULAR, BOOK)).isCloseTo(before + 3, within(1e-6));
      assertThat(signal(other, POPULAR, BOOK)).isCloseTo(before + 3, within(1e-6));
    }
    assertThat(demand(POPULAR, BOOK)).isCloseTo(before + 3, within(1e-6));
  }

  /** The disk as it is in this moment is what a kill in this moment leaves. */
  private Recommender killed(Path into) throws IOException {
    Copies.copy(shop.index(), into);
    return Recommender.open(into, InstantSource.fixed(Shop.NOW));
  }

  @Test
  void afterAKillEveryAcknowledgedEventIsInTheDemandOnce() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (LiveItems changing = LiveItems.open(shop.index());
        Recommender open = shop.open()) {
      assertThat(changing.set(Map.of(BOOK, Map.of("price", 0.5)))).isEmpty();
      for (int i = 1; i <= 5; i++) {
        open.receive(views(BOOK, 1, i));
        if (i == 3) {
          open.refresh();
        }
        try (Recommender after = killed(folder.resolve("copy" + i))) {
          assertThat(signal(after, POPULAR, BOOK)).isCloseTo(before + i, within(1e-6));
          assertThat(Shop.ids(after, Request.search("gothic").filter("price", "<=", 1)))
              .containsExactly(BOOK);
        }
      }
    }
  }

  @Test
  void aRebuildLearnsFromLiveEventsAndCountsNoneTwice() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(views(BOOK, 7));
      BuildReport report = Shop.build(shop.spec(Shop.models("popularity", "trend", "content")));
      assertThat(report.counts()).containsEntry("events", 80L * 12 + 7);
      open.receive(views(BOOK, 2, 1));
    }
    assertThat(demand(POPULAR, BOOK))
        .as("seven in the build, two since")
        .isCloseTo(before + 9, within(1e-5));
    Shop.build(shop.spec(Shop.models("popularity", "trend", "content")));
    assertThat(demand(POPULAR, BOOK)).isCloseTo(before + 9, within(1e-5));
    try (Generations generations = Generations.at(shop.index())) {
      generations.rollback();
    }
    assertThat(demand(POPULAR, BOOK)).as("gone back").isCloseTo(before + 9, within(1e-5));
  }

  @Test
  void aRebuildKnowsTheEventsThatItsFilesHoldToo() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(views(BOOK, 4));
    }
    List<String> lines = new ArrayList<>(Files.readAllLines(shop.events()));
    for (int i = 0; i < 4; i++) {
      lines.add("v" + i + "," + BOOK + ",view,1," + Shop.NOW);
    }
    Files.write(shop.events(), lines);
    Shop.build(shop.spec(Shop.models("popularity", "trend", "content")));
    assertThat(demand(POPULAR, BOOK)).isCloseTo(before + 4, within(1e-5));
    try (Recommender open = shop.open()) {
      assertThat(open.users().find("v1").orElseThrow().history()).hasSize(1);
    }
  }

  @Test
  void aRebuildFromFilesAloneForgetsLiveDemandAndKeepsLiveUsers() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(views(BOOK, 4));
    }
    Shop.build(shop.spec(Shop.models("popularity", "trend", "content")).withLive(false));
    assertThat(demand(POPULAR, BOOK)).isCloseTo(before, within(1e-5));
    try (Recommender open = shop.open()) {
      assertThat(open.users().find("v1").orElseThrow().history()).hasSize(1);
    }
  }

  @Test
  void numbersThatAreSetAreKnownAtOnce() throws IOException {
    try (Recommender open = shop.open()) {
      Request cheap = Request.search("gothic").filter("price", "<=", 5).size(50);
      assertThat(Shop.ids(open, cheap)).doesNotContain(BOOK);
      assertThat(open.set(Map.of(BOOK, Map.of("price", 0.5), "nowhere", Map.of("price", 1.0))))
          .containsExactly("nowhere");
      assertThat(Shop.ids(open, cheap)).contains(BOOK);
      assertThat(Shop.ids(open, Request.search("gothic").filter("price", ">=", 6).size(50)))
          .doesNotContain(BOOK);
      assertThat(Shop.ids(open, Request.search("gothic").filter("price", "=", 0.5).size(50)))
          .containsExactly(BOOK);
      assertThat(Shop.ids(open, Request.search("gothic").filter("price", "!=", 0.5).size(50)))
          .doesNotContain(BOOK)
          .hasSizeGreaterThan(20);
      Scored item =
          open.recommend(cheap).items().stream()
              .filter(one -> one.itemId().equals(BOOK))
              .findFirst()
              .orElseThrow();
      assertThat(item.fields()).containsEntry("price", 0.5);
      open.set(Map.of(BOOK, Map.of("price", Double.NaN)));
      assertThat(Shop.ids(open, cheap)).doesNotContain(BOOK);
      assertThat(Shop.ids(open, Request.search("gothic").filter("price", ">=", 0).size(50)))
          .doesNotContain(BOOK);
    }
    try (Recommender later = shop.open()) {
      assertThat(Shop.ids(later, Request.search("gothic").filter("price", ">=", 0).size(50)))
          .doesNotContain(BOOK)
          .contains("gothic1");
    }
  }

  @Test
  void onlyNumbersOfTheCatalogueCanBeSet() throws IOException {
    try (Recommender open = shop.open()) {
      assertThatThrownBy(() -> open.set(Map.of(BOOK, Map.of("title", 1.0))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("title")
          .hasMessageContaining("price");
      assertThatThrownBy(() -> open.set(Map.of(BOOK, Map.of("price", Double.POSITIVE_INFINITY))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("finite");
    }
  }

  private List<String> cheaper(double price) throws IOException {
    try (Recommender open = shop.open()) {
      return Shop.ids(open, Request.search("gothic").filter("price", "<=", price).size(50));
    }
  }

  @Test
  void aNumberOutlivesRebuildsUntilTheCatalogueHasNews() throws IOException {
    try (LiveItems live = LiveItems.open(shop.index())) {
      live.set(Map.of(BOOK, Map.of("price", 0.5), "gothic1", Map.of("price", 0.25)));
    }
    Shop.build(shop.spec(Shop.models("popularity", "content")));
    assertThat(cheaper(1)).as("the same catalogue").containsExactlyInAnyOrder(BOOK, "gothic1");
    Files.writeString(
        shop.items(), Files.readString(shop.items()).replace("\"price\":34", "\"price\":33.5"));
    Shop.build(shop.spec(Shop.models("popularity", "content")));
    assertThat(cheaper(1)).as("one has a new price there").containsExactly("gothic1");
    try (Generations generations = Generations.at(shop.index())) {
      generations.rollback();
    }
    assertThat(cheaper(1)).as("gone back").containsExactlyInAnyOrder(BOOK, "gothic1");
  }

  @Test
  void anItemWrittenAgainHasTheNumbersItWasWrittenWithAndItsDemand() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(views(BOOK, 6));
      open.set(Map.of(BOOK, Map.of("price", 0.5)));
      open.refresh();
      Path more =
          Files.writeString(
              folder.resolve("more.jsonl"),
              "{\"id\":\"" + BOOK + "\",\"title\":\"the gothic garden\",\"price\":34}\n");
      try (LiveItems live = LiveItems.open(shop.index())) {
        assertThat(live.add(live.inputs(BadLines.STOP).items(more)).replaced()).isOne();
      }
      open.refresh();
      assertThat(signal(open, POPULAR, BOOK)).isCloseTo(before + 6, within(1e-6));
    }
    assertThat(cheaper(1)).isEmpty();
    Shop.build(shop.spec(Shop.models("popularity", "content")));
    assertThat(cheaper(1)).as("what was set before it was written does not come back").isEmpty();
  }

  @Test
  void aDeletedItemStaysDeleted() throws IOException {
    try (Recommender open = shop.open()) {
      try (LiveItems live = LiveItems.open(shop.index())) {
        live.delete(List.of(BOOK));
      }
      open.receive(views(BOOK, 3));
      assertThat(open.set(Map.of(BOOK, Map.of("price", 1.0)))).containsExactly(BOOK);
      open.refresh();
      assertThat(open.size()).isEqualTo(119);
      assertThat(Shop.ids(open, POPULAR)).doesNotContain(BOOK);
    }
  }

  @Test
  void whoIsForgottenIsNotInWhatBecameOfItems() throws IOException {
    double before = demand(POPULAR, BOOK);
    try (Recommender open = shop.open()) {
      open.receive(
          List.of(new Arrival(new Event("secretive", BOOK, "view", 1, Shop.NOW), "e1", null)));
    }
    assertThat(Erasure.of(shop.index(), "secretive").mentions()).isEmpty();
    assertThat(demand(POPULAR, BOOK)).as("the count stays").isCloseTo(before + 1, within(1e-6));
  }

  @Test
  void readersNeverSeeHalfOfWhatIsSetTogether() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    List<String> books = List.of("gothic1", "voyage2", "crime3", "romance4");
    try (Recommender open = shop.open();
        ExecutorService pool = Executors.newFixedThreadPool(5)) {
      open.set(prices(books, 1000));
      List<Future<?>> running = new ArrayList<>();
      for (int reader = 0; reader < 4; reader++) {
        running.add(
            pool.submit(
                () -> {
                  while (!done.get()) {
                    List<Scored> items =
                        open.recommend(Request.EMPTY.filter("price", ">=", 1000).size(10)).items();
                    assertThat(items).extracting(Scored::itemId).hasSameElementsAs(books);
                    assertThat(items.stream().map(one -> one.fields().get("price")).distinct())
                        .hasSize(1);
                  }
                  return null;
                }));
      }
      for (int i = 1; i <= 40; i++) {
        open.set(prices(books, 1000 + i));
        open.receive(views("gothic1", 1, i));
      }
      done.set(true);
      for (Future<?> one : running) {
        one.get();
      }
    }
  }

  private static Map<String, Map<String, Double>> prices(List<String> books, double price) {
    return books.stream()
        .collect(java.util.stream.Collectors.toMap(book -> book, book -> Map.of("price", price)));
  }
}
