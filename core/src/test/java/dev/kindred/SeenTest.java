package dev.kindred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.request.Request;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeenTest {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  private static final UserState USER =
      new UserState(
          "u",
          List.of(
              event("bought-long-ago", "purchase", 400),
              event("looked-at-last-week", "view", 7),
              event("bought", "purchase", 100),
              event("in-the-cart", "cart", 1),
              event("looked-at", "view", 0)),
          Map.of());
  private static final Request REQUEST = Request.user("u").now(NOW);

  private static Event event(String item, String type, int daysAgo) {
    return new Event("u", item, type, 1, NOW.minus(Duration.ofDays(daysAgo)));
  }

  private static Seen seen(String type, int days, String other, int otherDays) {
    return new Seen(Map.of(type, Duration.ofDays(days), other, Duration.ofDays(otherDays)));
  }

  @Test
  void eachTypeStaysOutForItsTime() {
    assertThat(seen("purchase", 365, Seen.OTHERS, 1).hidden(REQUEST, USER))
        .containsExactlyInAnyOrder("bought", "in-the-cart", "looked-at");
    assertThat(seen("purchase", 365, "view", 0).hidden(REQUEST, USER))
        .as("types that are not named stay out for ever")
        .containsExactlyInAnyOrder("bought", "in-the-cart");
    assertThat(Seen.FOREVER.hidden(REQUEST, USER)).hasSize(5);
  }

  @Test
  void seedsAreAlwaysHidden() {
    Request like = REQUEST.like(List.of("a")).unlike("b").withSeen();
    assertThat(Seen.FOREVER.hidden(like, USER)).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void isPartOfTheProfile() throws IOException {
    String json =
        """
        {"retrievers": [{"all": {}}], "signals": [{"signal": {"text": {}}}],
         "seen": {"purchase": "P365D", "*": "PT24H"}}
        """;
    Profile profile = Profile.parse("shop", new ObjectMapper().readTree(json));
    assertThat(profile.seen()).isEqualTo(seen("purchase", 365, "*", 1));
    assertThat(Profile.parse("shop", profile.toJson()).seen()).isEqualTo(profile.seen());
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Profile.parse("shop", new ObjectMapper().readTree(json.replace("P365D", "a year"))))
        .withMessageContaining("seen.purchase is \"a year\", expected an ISO-8601 duration");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> seen("view", -1, "*", 0))
        .withMessageContaining("must not be negative");
  }
}
