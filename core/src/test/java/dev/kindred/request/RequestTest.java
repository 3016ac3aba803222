package dev.kindred.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void readsLikeASentence() {
    Request request =
        Request.user("u42").text("gothic").filter("price", "<=", 20).size(10).explain();
    assertThat(request.userId()).isEqualTo("u42");
    assertThat(request.text()).isEqualTo("gothic");
    assertThat(request.filter().conditions())
        .containsExactly(new Filter.Condition("price", Filter.Operator.AT_MOST, "20"));
    assertThat(request.size()).isEqualTo(10);
    assertThat(request.explained()).isTrue();
  }

  @Test
  void everyChangeIsACopy() {
    Request before = Request.like("dracula");
    Request after = before.unlike("emma").from(5).seed(7).withSeen().diversity(0.5);
    assertThat(before.unlike()).isEmpty();
    assertThat(before.from()).isZero();
    assertThat(after.like()).containsExactly("dracula");
    assertThat(after.unlike()).containsExactly("emma");
    assertThat(after.includeSeen()).isTrue();
  }

  @Test
  void everyComponentCanBeSet() {
    Instant now = Instant.parse("2026-01-01T00:00:00Z");
    Event seen = new Event("u", "i", Event.VIEW, 1, now);
    Request request =
        Request.history(List.of(seen))
            .profile("home")
            .forUser("u")
            .like(List.of("a"))
            .context(Map.of("device", "mobile"))
            .session(List.of(seen, seen))
            .now(now);
    assertThat(request.profile()).isEqualTo("home");
    assertThat(request.session()).hasSize(2);
    assertThat(request.context()).containsEntry("device", "mobile");
    assertThat(request.now()).isEqualTo(now);
  }

  @Test
  void impossibleValuesAreRefused() {
    assertThatThrownBy(() -> Request.EMPTY.from(-1)).hasMessageContaining("from");
    assertThatThrownBy(() -> Request.EMPTY.size(-1)).hasMessageContaining("size");
    assertThatThrownBy(() -> Request.EMPTY.diversity(2)).hasMessageContaining("0..1");
    assertThatThrownBy(() -> Request.EMPTY.filter("price", "<", 3))
        .hasMessage("unknown filter operator '<'; known: =, !=, >=, <=");
  }

  @Test
  void encodingsAreKeptByModelAndView() {
    assertThat(ResolvedRequest.key("als", View.AUTO)).isEqualTo("als");
    assertThat(ResolvedRequest.key("als", View.USER)).isEqualTo("als/user");
  }
}
