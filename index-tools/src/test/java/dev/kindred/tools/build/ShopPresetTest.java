package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.data.UserStore.Arrival;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop of tools and toys, and the ranking that it gets without writing one. */
class ShopPresetTest {
  private static final int ARTICLES = 40;
  @TempDir private static Path files;
  @TempDir private Path folder;
  private Path index;

  private static String article(String category, int number) {
    return category + number;
  }

  /** Every second article is of one brand; tools 7 is sold out; one in four is bought. */
  @BeforeAll
  static void write() throws IOException {
    List<String> items = new ArrayList<>();
    List<String> events = new ArrayList<>(List.of("user,item,type,timestamp"));
    for (String category : List.of("tools", "toys")) {
      for (int i = 0; i < ARTICLES; i++) {
        items.add(
            """
            {"id":"%s","title":"%s number %d","category":"%s","brand":"%s","price":%d,"stock":%d}\
            """
                .formatted(
                    article(category, i),
                    category,
                    i,
                    category,
                    i % 2 == 0 ? "acme" : "brand" + i % 7,
                    i < 20 ? 10 : 100,
                    category.equals("tools") && i == 7 ? 0 : 5));
      }
    }
    SplittableRandom random = new SplittableRandom(3);
    for (int user = 0; user < 60; user++) {
      String category = user % 2 == 0 ? "tools" : "toys";
      for (int i = 0; i < 8; i++) {
        int cheap = user % 4 < 2 ? 0 : 20;
        String item = article(category, cheap + random.nextInt(1 + random.nextInt(20)));
        String time = Shop.NOW.minus(Duration.ofHours(random.nextInt(60, 2000))).toString();
        events.add("u" + user + "," + item + ",view," + time);
        if (i % 4 == 0) {
          events.add("u" + user + "," + item + ",purchase," + time);
        }
      }
    }
    Files.write(files.resolve("items.jsonl"), items);
    Files.write(files.resolve("events.csv"), events);
  }

  @BeforeEach
  void name() {
    index = folder.resolve("index");
  }

  private BuildReport build(String profiles) throws IOException {
    Map<String, JsonNode> given = new java.util.TreeMap<>();
    json(profiles).properties().forEach(one -> given.put(one.getKey(), one.getValue()));
    return Shop.build(
        new BuildSpec(
            index,
            Optional.of(Inputs.STRICT.items(files.resolve("items.jsonl"))),
            Optional.of(Inputs.STRICT.events(files.resolve("events.csv"))),
            EventRules.COMMON,
            Shop.models("popularity", "trend", "content", "preference", "itemknn"),
            given,
            Shop.NOW,
            42,
            2));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }

  private Recommender open() throws IOException {
    return Recommender.open(index, InstantSource.fixed(Shop.NOW));
  }

  private static Request shop(String user) {
    return Request.user(user).profile("shop").size(10);
  }

  private static List<Arrival> arrival(String user, String item, String type, Duration ago) {
    return List.of(new Arrival(new Event(user, item, type, 1, Shop.NOW.minus(ago)), null, null));
  }

  private static long ofBrand(List<Scored> items, String brand) {
    return items.stream().filter(item -> brand.equals(item.fields().get("brand"))).count();
  }

  @Test
  void comesByItselfAndHoldsForEverybody() throws IOException {
    BuildReport report = build("{}");
    assertThat(report.profiles()).contains("shop", "home");
    assertThat(report.notes()).anyMatch(note -> note.contains("purchase=1.0"));
    try (Recommender open = open()) {
      assertThat(open.profiles().weights().strength("view", 1)).isCloseTo(0.2, within(1e-9));
      for (String user : List.of("u0", "u1", "u2", "u3", "nobody")) {
        List<Scored> page = open.recommend(shop(user)).items();
        assertThat(page).as(user).hasSize(10);
        assertThat(ofBrand(page, "acme")).as("caps, also in what fills up").isLessThanOrEqualTo(3);
        assertThat(page).extracting(Scored::itemId).as("sold out").doesNotContain("tools7");
        assertThat(open.recommend(shop(user).size(80)).items())
            .extracting(Scored::itemId)
            .doesNotContain("tools7");
        assertThat(open.recommend(shop(user).filter("price", "<=", 50)).items())
            .isNotEmpty()
            .allMatch(item -> ((Number) item.fields().get("price")).doubleValue() <= 50);
      }
    }
  }

  @Test
  void categoryAndPriceAreThoseOfTheUser() throws IOException {
    build("{}");
    try (Recommender open = open()) {
      for (int user = 0; user < 8; user++) {
        String category = user % 2 == 0 ? "tools" : "toys";
        boolean cheap = user % 4 < 2;
        List<Scored> page = open.recommend(shop("u" + user)).items();
        assertThat(page.stream().filter(one -> one.itemId().startsWith(category)).count())
            .as("user %d prefers %s", user, category)
            .isGreaterThanOrEqualTo(7);
        Scored first = page.getFirst();
        assertThat(((Number) first.fields().get("price")).intValue()).isEqualTo(cheap ? 10 : 100);
        assertThat(first.signals()).containsKeys("price", "trend", "itemknn");
      }
    }
  }

  @Test
  void whatWasBoughtStaysOutForAYearAndWhatWasSeenForADay() throws IOException {
    build("{}");
    try (Recommender open = open()) {
      open.receive(arrival("u0", "tools30", "purchase", Duration.ofDays(300)));
      open.receive(arrival("u0", "tools31", "purchase", Duration.ofDays(400)));
      open.receive(arrival("u0", "tools32", "cart", Duration.ofDays(10)));
      open.receive(arrival("u0", "tools33", "view", Duration.ofHours(3)));
      open.receive(arrival("u0", "tools34", "view", Duration.ofHours(30)));
      assertThat(Shop.ids(open, shop("u0").size(80)))
          .doesNotContain("tools30", "tools32", "tools33")
          .contains("tools31", "tools34");
    }
  }

  @Test
  void soldOutAtOnceAndBackAtOnce() throws IOException {
    build("{}");
    try (Recommender open = open()) {
      String first = open.recommend(shop("u0")).items().getFirst().itemId();
      open.set(Map.of(first, Map.of("stock", 0.0), "tools7", Map.of("stock", 2.0)));
      List<String> all = Shop.ids(open, shop("u0").size(80));
      assertThat(all).doesNotContain(first).contains("tools7");
      assertThat(Shop.ids(open, shop("nobody").size(80))).doesNotContain(first);
    }
  }

  @Test
  void aNewcomerSeesWhatIsPopularAndIsExploredWith() throws IOException {
    build("{}");
    try (Recommender open = open()) {
      List<String> popular = Shop.ids(open, Request.user("x").profile("popularity").size(40));
      List<Scored> page = open.recommend(shop("newcomer").seed(1)).items();
      assertThat(popular).containsAll(page.stream().map(Scored::itemId).toList());
      assertThat(page).allMatch(item -> item.propensity() > 0 && item.propensity() < 1);
      assertThat(Shop.ids(open, shop("newcomer").seed(2)))
          .as("another visit, another order of the same")
          .hasSameElementsAs(page.stream().map(Scored::itemId).toList())
          .isNotEqualTo(page.stream().map(Scored::itemId).toList());
      assertThat(open.recommend(shop("u0")).items()).allMatch(item -> item.propensity() == 1);
      Scored last = page.getLast();
      List<Feedback> told = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        for (Scored item : page) {
          int reward = item.itemId().equals(last.itemId()) ? 1 : 0;
          told.add(new Feedback(item.itemId(), reward, Shop.NOW, item.signals(), Map.of()));
        }
      }
      open.reward("shop", told);
      assertThat(Shop.ids(open, shop("another newcomer").seed(3)).getFirst())
          .as("what newcomers like comes first for the next one")
          .isEqualTo(last.itemId());
    }
  }

  @Test
  void whatIsPopularInWhichContextIsLearned() throws IOException {
    build(
        """
        {"shop":{"explore":{"lints":{"bandit":"moments","pool":10,"disjoint":true,"scale":0.2,
                 "draws":20,"features":{"context":["device=mobile","device=desk"]}}}}}\
        """);
    try (Recommender open = open()) {
      Request mobile = shop("newcomer").context(Map.of("device", "mobile"));
      Request desk = shop("newcomer").context(Map.of("device", "desk"));
      List<Scored> page = open.recommend(mobile).items();
      String wantedOnMobile = page.get(7).itemId();
      String wantedAtDesk = page.get(8).itemId();
      for (Request asked : List.of(mobile, desk)) {
        String wanted = asked == mobile ? wantedOnMobile : wantedAtDesk;
        List<Feedback> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
          for (Scored item : page) {
            int reward = item.itemId().equals(wanted) ? 1 : 0;
            told.add(
                new Feedback(item.itemId(), reward, Shop.NOW, item.signals(), asked.context()));
          }
        }
        open.reward("shop", told);
      }
      for (int visit = 0; visit < 10; visit++) {
        assertThat(Shop.ids(open, mobile.seed(visit)).getFirst()).isEqualTo(wantedOnMobile);
        assertThat(Shop.ids(open, desk.seed(visit)).getFirst()).isEqualTo(wantedAtDesk);
      }
      assertThat(open.recommend(mobile.forUser("u0")).items())
          .as("who is known is not explored with")
          .allMatch(item -> item.propensity() == 1);
    }
  }

  @Test
  void aNewItemComesInByItsContent() throws IOException {
    build("{}");
    try (Recommender open = open()) {
      Path more =
          Files.writeString(
              folder.resolve("more.jsonl"),
              "{\"id\":\"new1\",\"title\":\"tools number"
                  + " 3\",\"category\":\"tools\",\"brand\":\"new\",\"price\":10,\"stock\":1}\n");
      try (LiveItems live = LiveItems.open(index)) {
        live.add(live.inputs(BadLines.STOP).items(more));
      }
      open.refresh();
      assertThat(Shop.ids(open, shop("u0").size(40))).contains("new1");
    }
  }

  @Test
  void rulesPinsCapsAndWindowsCanBeGiven() throws IOException {
    build(
        """
        {"shop":{"rules":[{"field":"category","value":"toys","factor":9,"when":{"device":"mobile"}}],
                 "pins":[{"item":"toys39","position":2,"when":{"campaign":"x"}}],
                 "caps":[{"field":"brand","most":1}],"seen":{"*":"PT0S"},"window":60},
         "again":{"preset":"shop","filter":["price>=50"]}}\
        """);
    try (Recommender open = open()) {
      List<Scored> mobile = open.recommend(shop("u0").context(Map.of("device", "mobile"))).items();
      assertThat(mobile.getFirst().itemId()).startsWith("toys");
      assertThat(open.recommend(shop("u0")).items().getFirst().itemId()).startsWith("tools");
      assertThat(Shop.ids(open, shop("u0").context(Map.of("campaign", "x"))).get(1))
          .isEqualTo("toys39");
      assertThat(open.recommend(shop("u0").size(7)).items())
          .extracting(item -> item.fields().get("brand"))
          .hasSize(7)
          .doesNotHaveDuplicates();
      assertThatThrownBy(() -> open.recommend(shop("u0").size(61)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("window 60");
      assertThat(open.recommend(shop("u0").profile("again").size(30)).items())
          .isNotEmpty()
          .allMatch(item -> ((Number) item.fields().get("price")).intValue() >= 50);
    }
  }

  @Test
  void unknownKeysAndPresetsAreNamed() {
    assertThatThrownBy(() -> build("{\"shop\":{\"rule\":[]}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("rules");
    assertThatThrownBy(() -> build("{\"x\":{\"preset\":\"shopp\"}}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shop");
  }
}
