package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Event;
import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.index.ItemWriter;
import dev.kindred.index.LuceneUserStore;
import dev.kindred.index.Schema;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A weight that depends on the request, from the profile's JSON to the explanation. */
class GatedProfileTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final Schema SCHEMA =
      new Schema(null, null, List.of("price", "rank"), null, null, Map.of(), null);
  private static final String GATED =
      """
      {"retrievers": [{"all": {}}],
       "signals": [
         {"name": "price", "signal": {"field": {"field": "price"}}, "weight": 2,
          "gate": {"feature": "history", "pivot": 4, "from": 1, "to": 0}},
         {"name": "rank", "signal": {"field": {"field": "rank"}}, "weight": 1}]}
      """;

  @TempDir private Path folder;

  private static Profile profile(String json) throws IOException {
    return Profile.parse("home", new ObjectMapper().readTree(json));
  }

  private Recommender shop() throws IOException {
    Directory items = new ByteBuffersDirectory();
    try (ItemWriter writer = ItemWriter.create(items, SCHEMA, List.of())) {
      writer.add(new Item("dear", Map.of("price", 3.0, "rank", 1.0)));
      writer.add(new Item("fine", Map.of("price", 1.0, "rank", 4.0)));
      writer.commit(Map.of());
    }
    Profiles profiles = new Profiles(Map.of("home", profile(GATED)), EventWeights.EQUAL);
    return Recommender.of(
        items,
        new Recommender.Parts(SCHEMA, Map.of(), profiles, LuceneUserStore.open(folder)),
        InstantSource.fixed(NOW),
        null);
  }

  private static Request after(int events) {
    return Request.history(Collections.nCopies(events, new Event("u", "gone", "view", 1, NOW)))
        .explain();
  }

  @Test
  void theBlendFollowsTheHistory() throws IOException {
    try (Recommender shop = shop()) {
      // 2·3 + 1 against 2·1 + 4, and with half the weight 3 + 1 against 1 + 4.
      assertThat(shop.rank(after(0))).containsExactly("dear", "fine");
      assertThat(shop.rank(after(4))).containsExactly("fine", "dear");
    }
  }

  @Test
  void explanationEqualsScoreAndNamesTheGate() throws IOException {
    try (Recommender shop = shop()) {
      for (int events : new int[] {0, 1, 4, 50}) {
        for (Scored item : shop.recommend(after(events)).items()) {
          assertThat(item.explanation().getValue().floatValue()).isEqualTo(item.score());
          assertThat(item.explanation().toString())
              .contains("weight, 2.00000 × gate 1.00000 +")
              .contains("x = history = ");
        }
      }
    }
  }

  @Test
  void sharesOfReasonsAreOfTheWeightsInTheRequest() throws IOException {
    try (Recommender shop = shop()) {
      Scored fine = shop.recommend(after(4)).items().getFirst();
      assertThat(fine.reasons()).extracting("signal").containsExactly("rank", "price");
      assertThat(fine.reasons().getLast().share()).isEqualTo(0.2);
    }
  }

  @Test
  void isItsOwnJson() throws IOException {
    Profile profile = profile(GATED);
    assertThat(Profile.parse("home", profile.toJson())).isEqualTo(profile);
    assertThat(profile.toJson().at("/signals/0/gate/pivot").asDouble()).isEqualTo(4);
    assertThat(profile.toJson().at("/signals/1").has("gate")).isFalse();
  }

  @Test
  void errorsNameWhatIsKnown() {
    assertThatThrownBy(() -> profile(GATED.replace("\"pivot\"", "\"pivo\"")))
        .hasMessageContaining("unknown gate key \"pivo\"; did you mean pivot?");
    assertThatThrownBy(() -> profile(GATED.replace("\"history\"", "\"hist\"")))
        .hasMessageContaining("unknown feature \"hist\"");
    String learned =
        "{\"combiner\": {\"fm\": {\"weights\": [1, 1], \"factors\": [[1], [1]]}},"
            + GATED.strip().substring(1);
    assertThatThrownBy(() -> profile(learned))
        .hasMessageContaining("a gate and a learned combiner");
  }
}
