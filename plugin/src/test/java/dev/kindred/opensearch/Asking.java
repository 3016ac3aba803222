package dev.kindred.opensearch;

import dev.kindred.opensearch.ask.Ask;
import dev.kindred.opensearch.ask.Oracle;
import dev.kindred.opensearch.recommend.Recommending;
import dev.kindred.opensearch.recommend.Wish;
import dev.kindred.request.Recommendations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.opensearch.action.support.PlainActionFuture;
import org.opensearch.transport.client.Client;

/** What a test asks, always at the same moment. */
final class Asking {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private Asking() {}

  static Ask ask(
      String profile, String text, String user, List<String> like, List<String> history) {
    return new Ask(
        profile, text, user, like, List.of(), history, Map.of(), false, NOW.toEpochMilli(), 42);
  }

  /** What a user is recommended. */
  static Ask ask(String profile, String user) {
    return ask(profile, "", user, List.of(), List.of());
  }

  static Recommendations page(Client client, Oracle oracle, String index, Wish wish) {
    PlainActionFuture<Recommendations> page = PlainActionFuture.newFuture();
    new Recommending(client, oracle).page(index, wish, 0, page);
    return page.actionGet();
  }
}
