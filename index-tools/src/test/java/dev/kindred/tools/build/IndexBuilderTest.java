package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.kindred.Recommender;
import dev.kindred.data.Event;
import dev.kindred.index.Generations;
import dev.kindred.rank.Normalizer.Identity;
import dev.kindred.request.Recommendations;
import dev.kindred.request.Recommendations.Reason;
import dev.kindred.request.Request;
import dev.kindred.tools.read.BadLines;
import dev.kindred.tools.read.InputException;
import dev.kindred.tools.read.Inputs;
import dev.kindred.tools.read.config.EventColumns;
import dev.kindred.tools.read.config.EventRules;
import dev.kindred.tools.read.config.ItemFields;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files to answers, and what becomes of the index when that fails. */
class IndexBuilderTest {
  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void write() throws IOException {
    shop = Shop.in(folder);
  }

  @Test
  void answersEveryKindOfRequestWithReasons() throws IOException {
    shop.build();
    try (Recommender open = shop.open()) {
      Recommendations similar = open.recommend(Request.like("gothic3").size(5));
      assertThat(similar.items()).hasSize(5);
      assertThat(similar.items()).allMatch(item -> Shop.genreOf(item.itemId()).equals("gothic"));
      assertThat(similar.items()).noneMatch(item -> item.itemId().equals("gothic3"));

      Recommendations found = open.recommend(Request.search("voyage harbour").size(3));
      assertThat(found.items().getFirst().fields()).containsEntry("title", "the voyage harbour");

      Recommendations home = open.recommend(Request.user(Shop.reader(2)).size(5));
      assertThat(home.items()).hasSize(5);
      assertThat(home.items()).allMatch(item -> Shop.genreOf(item.itemId()).equals("crime"));
      List<Reason> reasons = home.items().getFirst().reasons();
      assertThat(reasons).extracting(Reason::signal).contains("ease");
      assertThat(reasons).anyMatch(reason -> reason.because().toString().contains("crime"));
      assertThat(home.modelVersions()).containsEntry("als", "als@2026-06-01T00:00:00Z");
    }
  }

  @Test
  void aStrangerGetsWhatIsInDemand() throws IOException {
    shop.build();
    try (Recommender open = shop.open()) {
      Recommendations home = open.recommend(Request.user("nobody").size(10));
      assertThat(home.items()).hasSize(10);
      assertThat(home.items().getFirst().score()).isPositive();
      assertThat(home.items().getFirst().signals()).containsKeys("popularity", "trend");
    }
  }

  @Test
  void historiesAreServedWithoutTheSeen() throws IOException {
    shop.build();
    try (Recommender open = shop.open()) {
      String reader = Shop.reader(1);
      List<Event> history = open.users().find(reader).orElseThrow().history();
      assertThat(history).hasSize(12).isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
      assertThat(Shop.ids(open, Request.user(reader).size(100)))
          .doesNotContainAnyElementsOf(history.stream().map(Event::itemId).toList());
    }
  }

  @Test
  void reportsWhatItDid() throws IOException {
    BuildReport report = shop.build();
    assertThat(report.generation()).isEqualTo("000001");
    assertThat(report.counts())
        .containsEntry("items", 120L)
        .containsEntry("bare_items", 0L)
        .containsEntry("users", (long) Shop.READERS)
        .containsEntry("events", 960L);
    assertThat(report.counts().get("repeats")).isPositive();
    assertThat(report.seconds())
        .containsKeys("read events", "train als", "write items", "fit home", "publish")
        .allSatisfy((phase, seconds) -> assertThat(seconds).isNotNegative());
    assertThat(report.versions()).hasSize(7);
    assertThat(report.metrics().get("content")).containsEntry("items", 120.0);
    assertThat(report.profiles()).contains("search", "similar", "home", "als", "preference");
    assertThat(report.badLines()).isZero();
    assertThat(report.notes()).isEmpty();
  }

  @Test
  void trainsTheCustomaryModelsWhenNoneAreNamed() throws IOException {
    BuildReport report = Shop.build(shop.spec(Map.of()));
    assertThat(report.versions())
        .containsOnlyKeys(
            "popularity", "trend", "content", "preference", "itemknn", "ease", "als", "cold");
  }

  @Test
  void aRebuildTakesOverAndCanBeTakenBack() throws IOException {
    shop.build();
    try (Recommender before = shop.open()) {
      Files.writeString(
          shop.items(),
          "{\"id\":\"new\",\"title\":\"the unheard zeppelin\",\"subjects\":[\"voyage\"]}\n",
          StandardOpenOption.APPEND);
      assertThat(shop.build().generation()).isEqualTo("000002");
      Request zeppelin = Request.search("zeppelin");
      assertThat(Shop.ids(before, zeppelin)).isEmpty();
      try (Recommender after = shop.open()) {
        assertThat(Shop.ids(after, zeppelin)).containsExactly("new");
      }
      try (Generations generations = Generations.at(shop.index())) {
        generations.rollback();
      }
      try (Recommender back = shop.open()) {
        assertThat(Shop.ids(back, zeppelin)).isEmpty();
      }
    }
  }

  @Test
  void aBadLineStopsTheBuildAndKeepsTheOldGeneration() throws IOException {
    shop.build();
    Path before = shop.current();
    Files.writeString(
        shop.events(),
        "reader0,gothic1,view,much,2026-01-01T00:00:00Z\nreader0,gothic1,view,1,2026-01-01T00:00:00Z\n",
        StandardOpenOption.APPEND);
    assertThatThrownBy(shop::build)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("events.csv:962")
        .hasMessageContaining("much");
    assertUntouched(before);
  }

  @Test
  void aBadItemStopsTheBuildAndKeepsTheOldGeneration() throws IOException {
    shop.build();
    Path before = shop.current();
    Files.writeString(
        shop.items(), "{\"title\":\"a book without an id\"}\n", StandardOpenOption.APPEND);
    assertThatThrownBy(shop::build)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("items.jsonl:121");
    assertUntouched(before);
  }

  private void assertUntouched(Path before) throws IOException {
    assertThat(shop.current()).isEqualTo(before);
    try (var entries = Files.list(before.getParent())) {
      assertThat(entries).containsExactly(before);
    }
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, Request.like("gothic3"))).isNotEmpty();
    }
  }

  @Test
  void badLinesThatMayBeSkippedAreReported() throws IOException {
    Files.writeString(shop.events(), "reader0,,view,1,5\n", StandardOpenOption.APPEND);
    var inputs = new Inputs(ItemFields.INFERRED, EventColumns.COMMON, BadLines.skip(1));
    BuildSpec spec =
        BuildSpec.of(
                shop.index(), inputs.items(shop.items()), inputs.events(shop.events()), Shop.NOW, 1)
            .models(Shop.models("popularity"));
    BuildReport report = Shop.build(spec);
    assertThat(report.badLines()).isOne();
    assertThat(report.reads()).extracting(read -> read.bad()).containsExactly(1L, 0L);
    assertThat(report.counts()).containsEntry("events", 960L);
  }

  @Test
  void itemsThatOnlyEventsNameGetDocumentsOfTheirOwn() throws IOException {
    Files.writeString(
        shop.events(),
        "reader0,lost,view,1,2026-05-01T00:00:00Z\nreader4,lost,view,1,2026-05-02T00:00:00Z\n",
        StandardOpenOption.APPEND);
    BuildReport report = shop.build();
    assertThat(report.counts()).containsEntry("items", 121L).containsEntry("bare_items", 1L);
    assertThat(report.notes()).singleElement().asString().contains("1 items");
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, Request.like("lost").size(3)))
          .allMatch(id -> Shop.genreOf(id).equals("gothic"));
    }
  }

  @Test
  void aCatalogueThatNobodyTouchedIsSearchable() throws IOException {
    BuildSpec spec =
        BuildSpec.of(shop.index(), Inputs.STRICT.items(shop.items()), null, Shop.NOW, 1);
    BuildReport report = Shop.build(spec);
    assertThat(report.versions()).containsOnlyKeys("content");
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, Request.search("romance letter").size(1)))
          .allMatch(id -> id.startsWith("romance"));
      assertThat(Shop.ids(open, Request.like("crime4").size(3)))
          .allMatch(id -> id.startsWith("crime"));
      assertThat(Shop.ids(open, Request.user("nobody").size(3))).hasSize(3);
    }
  }

  @Test
  void eventsAloneAreEnough() throws IOException {
    BuildSpec spec =
        BuildSpec.of(shop.index(), null, Inputs.STRICT.events(shop.events()), Shop.NOW, 1);
    BuildReport report = Shop.build(spec);
    assertThat(report.versions()).doesNotContainKey("content").containsKey("ease");
    assertThat(report.notes()).anyMatch(note -> note.contains("content"));
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, Request.user(Shop.reader(3)).size(3)))
          .hasSize(3)
          .allMatch(id -> id.startsWith("romance"));
      assertThat(Shop.ids(open, Request.search("romance"))).isEmpty();
    }
  }

  @Test
  void neitherItemsNorEventsIsNothing() {
    assertThatThrownBy(() -> BuildSpec.of(shop.index(), null, null, Shop.NOW, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("neither");
  }

  @Test
  void givenProfilesReplaceDefaultOnes() throws IOException {
    BuildSpec spec = withProfile(Shop.json("home", "als"));
    Shop.build(spec);
    try (Recommender open = shop.open()) {
      var home = open.profiles().of(Request.user("u"));
      assertThat(home.signals())
          .singleElement()
          .satisfies(part -> assertThat(part.signal().models()).containsOnlyKeys("als"))
          .satisfies(part -> assertThat(part.normalizer()).isNotInstanceOf(Identity.class));
      assertThat(open.profiles().byName()).containsKeys("search", "similar");
    }
  }

  @Test
  void aProfileThatNamesAModelNobodyTrainsIsRefused() {
    assertThatThrownBy(() -> Shop.build(withProfile(Shop.json("home", "alz"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("profile 'home'")
        .hasMessageContaining("unknown model \"alz\"; did you mean als?");
    assertThatThrownBy(shop::open).hasMessageContaining("no index here");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          popular: {field: prise}            | popularity: {field: model.popularity}
          popular: {field: model.popularity} | popularity: {field: prise}
          popular: {field: model.popularity} | field: {field: prise}
          popular: {field: model.popularity} | usual: {field: prise}
          popular: {field: model.popularity} | recency: {field: prise, half_life: P1D}
          """)
  void aProfileThatReadsAFieldNobodyWritesIsRefused(String retriever, String signal)
      throws IOException {
    String yaml = "retrievers: [ {" + retriever + "} ]\nsignals: [ { signal: {" + signal + "} } ]";
    JsonNode profile = new YAMLMapper().readTree(yaml);
    assertThatThrownBy(() -> Shop.build(withProfile(Map.of("home", profile))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("profile 'home': unknown number field \"prise\"");
    assertThatThrownBy(shop::open).hasMessageContaining("no index here");
  }

  private BuildSpec withProfile(Map<String, JsonNode> profiles) {
    BuildSpec spec = shop.spec(Shop.models("popularity", "als"));
    return new BuildSpec(
        spec.out(),
        spec.items(),
        spec.events(),
        spec.rules(),
        spec.models(),
        profiles,
        spec.version(),
        spec.seed(),
        spec.threads());
  }

  @Test
  void anUnknownModelIsRefusedBeforeAnythingIsTrained() {
    assertThatThrownBy(() -> Shop.build(shop.spec(Shop.models("itemknn", "eas"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("unknown model \"eas\"; did you mean ease?");
    assertThatThrownBy(() -> Shop.build(shop.spec(Map.of("als", Map.of("factor", "8")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did you mean factors?");
  }

  @Test
  void anIndexWithAnotherModelThanItWasWrittenWithIsNotOpened() throws IOException {
    shop.build();
    Path manifest = shop.current().resolve("models/als/manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("2026-06-01", "2026-06-02"));
    assertThatThrownBy(shop::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("als")
        .hasMessageContaining("2026-06-02");
  }

  @Test
  void anIndexWithOtherProfilesThanItWasFittedWithIsNotOpened() throws IOException {
    shop.build();
    Path profiles = shop.current().resolve("profiles.json");
    Files.writeString(profiles, Files.readString(profiles) + " ");
    assertThatThrownBy(shop::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("profiles");
  }

  @Test
  void twoBuildsDoNotRunInOnePlace() throws IOException {
    try (Generations other = Generations.at(shop.index())) {
      other.begin();
      assertThatThrownBy(shop::build)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another build is running");
    }
  }

  @Test
  void theHalfLifeOfEventsReachesTheModelsThatAge() throws IOException {
    BuildSpec usual = shop.spec(Shop.models("trend", "itemknn"));
    EventRules rules =
        new EventRules(
            EventColumns.COMMON,
            EventRules.COMMON.weights(),
            Optional.of(java.time.Duration.ofDays(30)),
            Optional.empty());
    Shop.build(
        new BuildSpec(
            usual.out(),
            usual.items(),
            usual.events(),
            rules,
            usual.models(),
            Map.of(),
            Shop.NOW,
            1,
            1));
    try (Recommender open = shop.open()) {
      assertThat(open.models().get("trend").manifest().trainer())
          .containsEntry("half_life", "PT720H");
      assertThat(open.models().get("itemknn").manifest().trainer())
          .containsEntry("half_life", "PT720H");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"preset\": \"shap\"}                      | unknown preset \"shap\"; did you mean shop?",
        "{\"preset\": \"shop\", \"window\": \"wide\"} | window is \"wide\", expected a number",
        "{\"preset\": \"shop\", \"filter\": \"x>=1\"} | filter is \"x>=1\", expected a list",
        "{\"signals\": [{\"signal\": {\"txt\": {}}}]}  | did you mean text?"
      })
  void aProfileThatCannotBeReadIsRefusedBeforeTheWork(String profile, String reason)
      throws IOException {
    Heard heard = new Heard();
    BuildSpec spec =
        shop.spec(Shop.models("als"), Map.of("mine", new ObjectMapper().readTree(profile)));
    assertThatThrownBy(() -> new IndexBuilder(heard).build(spec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("profile 'mine': ")
        .hasMessageContaining(reason);
    assertThat(heard.phases()).isEmpty();
  }

  @Test
  void theListenerHearsOfEveryPhaseInOrder() throws IOException {
    Heard heard = new Heard();
    new IndexBuilder(heard).build(shop.spec(Shop.models("popularity", "als")));
    assertThat(heard.phases())
        .containsSubsequence(
            "read events",
            "read items",
            "train popularity",
            "train als",
            "write users",
            "write items",
            "fit home",
            "verify",
            "publish");
    assertThat(heard.finished()).isEqualTo(heard.phases());
    assertThat(heard.counts("write items")).containsEntry("items", 120L);
    assertThat(heard.progress("train als")).contains(5L);
    assertThat(heard.progress("write items")).contains(120L);
  }
}
