package dev.kindred.tools.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.Recommender;
import dev.kindred.Why;
import dev.kindred.rank.Normalizer;
import dev.kindred.rank.Part;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.tools.read.BadLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models with networks from files to answers. */
class LearnedSignalsTest {
  private static final Request GOTHIC = Request.user(Shop.reader(0)).size(10);

  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void build() throws IOException {
    shop = Shop.in(folder);
    Map<String, Map<String, String>> models = new LinkedHashMap<>();
    models.put("popularity", Map.of());
    Map<String, String> small =
        Map.of("embedding", "8", "layers", "16", "batch", "64", "epochs", "30");
    models.put("neumf", small);
    models.put("widedeep", small);
    models.put("twotower", Map.of("factors", "16", "epochs", "30", "batch", "64"));
    Shop.build(shop.spec(models));
  }

  private static List<String> genres(Recommender open, Request request) throws IOException {
    return Shop.ids(open, request).stream().map(Shop::genreOf).toList();
  }

  @Test
  void ranksWhatTheReaderLikesFirst() throws IOException {
    try (Recommender open = shop.open()) {
      for (String profile : List.of("neumf", "widedeep", "twotower", "home")) {
        assertThat(genres(open, GOTHIC.profile(profile)))
            .as(profile)
            .filteredOn("gothic"::equals)
            .hasSizeGreaterThanOrEqualTo(7);
      }
    }
  }

  @Test
  void servesAVisitorFromTheFirstEvent() throws IOException {
    try (Recommender open = shop.open()) {
      Request visitor = Request.like("voyage1").size(5);
      for (String profile : List.of("neumf", "widedeep")) {
        assertThat(genres(open, visitor.profile(profile)))
            .as(profile)
            .filteredOn("voyage"::equals)
            .hasSizeGreaterThanOrEqualTo(3);
      }
      assertThat(Shop.ids(open, visitor.profile("twotower"))).hasSize(5);
    }
  }

  @Test
  void explainsEveryScoreToTheLastBit() throws IOException {
    try (Recommender open = shop.open()) {
      for (Scored item : open.recommend(GOTHIC.profile("home")).items()) {
        Why why = open.explain(GOTHIC.profile("home"), item.itemId());
        assertThat(why.explanation().getValue().floatValue()).isEqualTo(item.score());
        assertThat(why.explanation().toString())
            .contains("network neumf@", "network widedeep@", "hidden layers, units active: ");
        assertThat(item.signals()).containsKeys("neumf", "widedeep", "twotower");
      }
    }
  }

  @Test
  void aNewItemIsFoundAndJudgedByItsContent() throws IOException {
    try (LiveItems live = LiveItems.open(shop.index())) {
      Path more =
          Files.writeString(
              folder.resolve("more.jsonl"),
              "{\"id\":\"gothic99\",\"title\":\"unheard"
                  + " of\",\"subjects\":[\"gothic\"],\"price\":9}\n");
      live.add(live.inputs(BadLines.STOP).items(more));
    }
    try (Recommender open = shop.open()) {
      assertThat(Shop.ids(open, GOTHIC.profile("twotower").size(40))).contains("gothic99");
      List<Scored> judged = open.recommend(GOTHIC.profile("widedeep").size(121)).items();
      assertThat(judged)
          .filteredOn(item -> item.itemId().equals("gothic99"))
          .singleElement()
          .satisfies(item -> assertThat(item.signals()).containsKey("widedeep"));
    }
  }

  @Test
  void logitsAreFittedByALogistic() throws IOException {
    try (Recommender open = shop.open()) {
      for (Part part : open.profiles().byName().get("home").signals()) {
        if (part.name().equals("neumf") || part.name().equals("widedeep")) {
          assertThat(part.normalizer()).isInstanceOf(Normalizer.Logistic.class);
        }
      }
    }
  }
}
