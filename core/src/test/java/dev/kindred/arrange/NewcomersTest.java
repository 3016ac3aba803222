package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kindred.arrange.bandit.BetaThompson;
import dev.kindred.data.Event;
import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewcomersTest extends ArrangerContract {
  private static final Thompson THOMPSON =
      new Thompson("shop", 10, null, new BetaThompson(1, 1, 1), null, 100);
  private static final Newcomers NEWCOMERS = new Newcomers(2, THOMPSON);

  @Override
  Arranger arranger() {
    return NEWCOMERS;
  }

  private static List<Scored> arranged(int events) {
    Event view = new Event("u", "i", "view", 1, Instant.EPOCH);
    UserState user = new UserState("u", Collections.nCopies(events, view), Map.of());
    Request request = Request.EMPTY.seed(4);
    return NEWCOMERS.arrange(
        page(10), new ResolvedRequest(request, user, Map.of(), null, null).with(Map.of()));
  }

  @Test
  void exploresWithThoseOfWhomLittleIsKnown() {
    assertThat(arranged(0)).isEqualTo(arranged(2)).isNotEqualTo(page(10));
    assertThat(arranged(0)).allMatch(item -> item.propensity() > 0 && item.propensity() < 1);
  }

  @Test
  void leavesOthersAlone() {
    assertThat(arranged(3)).isEqualTo(page(10));
  }

  @Test
  void learnsAsWhatItExploresWith() {
    assertThat(NEWCOMERS.learning()).isEqualTo(THOMPSON.learning());
    assertThat(NEWCOMERS.pool(Request.EMPTY)).isEqualTo(10);
  }

  @Test
  void needsSomethingToExploreWith() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arrangers.JSON.read(json.readTree("{\"newcomers\":{\"events\":3}}")))
        .withMessageContaining("explore");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Arrangers.JSON.read(
                    json.readTree("{\"newcomers\":{\"explore\":{\"thomson\":{}}}}")))
        .withMessageContaining("thompson");
  }
}
