package dev.kindred.tools.build;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.Recommender;
import dev.kindred.data.bandit.Arm;
import dev.kindred.request.Request;
import java.io.IOException;
import java.util.Map;

/** The profile {@code shelf} of a shop: what is popular, in an order that a bandit learns. */
final class Shelf {
  static final String BANDIT = "shelf-bandit";
  static final Request ASKED = Request.user("nobody").profile("shelf").size(5);

  private Shelf() {}

  private static final String PROFILE =
      """
      {"retrievers": [{"popular": {"field": "model.popularity"}}],
       "signals": [{"name": "popularity",
         "signal": {"popularity": {"field": "model.popularity"}}}],
       "arrangers": [{"klucb": {"bandit": "shelf-bandit", "pool": 20}}]}
      """;

  /** As it would stand in a configuration. */
  static Map<String, JsonNode> profile() throws IOException {
    return Map.of("shelf", new ObjectMapper().readTree(PROFILE));
  }

  /** What the bandit has learned of the item. */
  static Arm arm(Recommender open, String item) {
    return open.posteriors().find(BANDIT).arms().get(item, Arm.NONE);
  }

  /** A page that is noted; the first item's id. */
  static String shown(Recommender open, String requestId) throws IOException {
    return open.recommend(ASKED, requestId).items().getFirst().itemId();
  }
}
