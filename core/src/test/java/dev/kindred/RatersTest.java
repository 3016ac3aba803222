package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.model.Baseline;
import dev.kindred.model.Model;
import dev.kindred.model.Tastes;
import dev.kindred.model.rating.BiasModel;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two items rated by averages: a above, b below. */
class RatersTest {
  private static final Schema BARE =
      new Schema(List.of(), List.of(), List.of(), null, null, Map.of(), null);
  private static final String STARS =
      """
      {"retrievers": [{"all": {}}],
       "signals": [{"name": "bias", "signal": {"model": {"model": "bias"}}}]}\
      """;
  private static final String PLAIN =
      """
      {"retrievers": [{"all": {}}], "signals": [{"signal": {"text": {}}}]}\
      """;

  @TempDir private Path folder;
  private Recommender recommender;

  @BeforeEach
  void open() throws IOException {
    IdMap items = IdMap.of(List.of("a", "b"));
    Model model =
        new BiasModel(
            Tastes.manifest("bias", "bias", BiasModel.fields("bias")),
            items,
            new Baseline(new Baseline.Scale(3, 1, 5, 4, 2, 1), items, new float[] {0.5f, -0.5f}));
    FSDirectory directory = FSDirectory.open(folder.resolve("items"));
    try (ItemWriter writer = ItemWriter.create(directory, BARE, List.of(model))) {
      writer.add(new Item("a", Map.of()));
      writer.add(new Item("b", Map.of()));
      writer.commit(Map.of());
    }
    ObjectMapper json = new ObjectMapper();
    Map<String, Profile> profiles =
        Map.of(
            "home", Profile.parse("home", json.readTree(STARS)),
            "plain", Profile.parse("plain", json.readTree(PLAIN)));
    recommender =
        Recommender.of(
            directory,
            new Recommender.Parts(
                BARE,
                Map.of("bias", model),
                new Profiles(profiles, EventWeights.EQUAL),
                LuceneUserStore.open(folder.resolve("users"))),
            InstantSource.fixed(Tastes.NOW),
            null);
  }

  @AfterEach
  void close() throws IOException {
    recommender.close();
  }

  /** Rated a with 5: the bias is (5 - 3 - 0.5) / (1 + 1). */
  private static Request rater() {
    return Request.history(List.of(new Event("", "a", Event.RATING, 5, Tastes.NOW)));
  }

  @Test
  void answersCarryTheStarsTheUserIsExpectedToGive() throws IOException {
    List<Scored> page = recommender.recommend(rater()).items();
    assertThat(page).extracting(Scored::itemId).containsExactly("b");
    assertThat(page.getFirst().rating()).isEqualTo(3 - 0.5 + 0.75);
  }

  @Test
  void ratesAnyItemOnRequest() throws IOException {
    assertThat(recommender.rate(rater(), List.of("b", "a", "unheard of")))
        .containsExactly(Map.entry("b", 3.25), Map.entry("a", 4.25), Map.entry("unheard of", 3.75));
  }

  @Test
  void aRankingWithoutRatingsSaysSo() throws IOException {
    Request plain = rater().profile("plain");
    assertThat(recommender.recommend(plain).items())
        .isNotEmpty()
        .allMatch(item -> item.rating() == null);
    assertThatThrownBy(() -> recommender.rate(plain, List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no model of profile 'plain' predicts ratings");
  }
}
