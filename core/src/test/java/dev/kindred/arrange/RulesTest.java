package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.kindred.arrange.Rules.Rule;
import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RulesTest extends ArrangerContract {
  private static final Rules RULES =
      new Rules(
          List.of(
              new Rule("genre", "g1", 5, Map.of("daypart", "morning")),
              new Rule("genre", "g2", 0.1, null),
              new Rule("sold_out", null, 0, null)),
          0);

  @Override
  Arranger arranger() {
    return RULES;
  }

  private static List<Scored> arranged(String now) {
    List<Scored> page =
        List.of(
            item("second-hand", 4, Map.of("genre", "g2")),
            item("gone", 3, Map.of("sold_out", true)),
            item("plain", 2, Map.of()),
            item("breakfast", 1, Map.of("genre", List.of("g0", "g1"))));
    Request request = Request.EMPTY.now(Instant.parse(now));
    return RULES.arrange(
        page, new ResolvedRequest(request, UserState.UNKNOWN, Map.of(), null, null));
  }

  @Test
  void factorsMultiply() {
    assertThat(arranged("2026-06-01T20:00:00Z"))
        .extracting(Scored::itemId)
        .containsExactly("plain", "breakfast", "second-hand", "gone");
    assertThat(arranged("2026-06-01T08:00:00Z"))
        .extracting(Scored::itemId)
        .containsExactly("breakfast", "plain", "second-hand", "gone");
  }

  @Test
  void scoresStayWhatTheirExplanationsSay() {
    assertThat(arranged("2026-06-01T08:00:00Z"))
        .extracting(Scored::score)
        .containsExactly(1f, 2f, 4f, 3f);
  }

  @Test
  void withoutARuleThatHoldsTheRankingIsLeftAlone() {
    assertThat(new Rules(List.of(new Rule("a", "b", 2, Map.of("k", "v"))), 0).pool(Request.EMPTY))
        .isZero();
  }

  @Test
  void aNegativeFactorIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Rule("genre", "g", -1, null))
        .withMessageContaining("factor must be finite and at least 0, was -1.0");
  }
}
