package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import dev.kindred.request.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CalibratedTest extends ArrangerContract {
  private static final Calibrated BY_GENRE = new Calibrated("preference", "genre", 0.95, 0);

  @Override
  Arranger arranger() {
    return BY_GENRE;
  }

  private static ResolvedRequest turningTo(Map<String, Float> shares) {
    Encoding preference = new Encoding.Sparse("genre", shares, "", Map.of());
    return new ResolvedRequest(
        Request.EMPTY,
        UserState.UNKNOWN,
        Map.of(ResolvedRequest.key("preference", View.USER), preference),
        null,
        null);
  }

  /** Twenty romances, then ten of action. */
  private static List<Scored> romances() {
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String genre = i < 20 ? "romance" : "action";
      ranked.add(item("i" + i, 3f - i * 0.05f, Map.of("genre", List.of(genre))));
    }
    return ranked;
  }

  private static long action(List<Scored> page) {
    return page.stream()
        .limit(10)
        .filter(one -> one.fields().get("genre").equals(List.of("action")))
        .count();
  }

  @Test
  void thePageHasTheUsersProportions() {
    ResolvedRequest request = turningTo(Map.of("romance", 0.7f, "action", 0.3f));
    assertThat(action(romances())).isZero();
    assertThat(action(BY_GENRE.arrange(romances(), request))).isEqualTo(3);
  }

  @Test
  void proportionsThatDoNotAddUpAreRelative() {
    ResolvedRequest request = turningTo(Map.of("romance", 0.14f, "action", 0.06f, "war", -0.3f));
    assertThat(action(BY_GENRE.arrange(romances(), request))).isEqualTo(3);
  }

  @Test
  void aWeakCalibrationFollowsTheScores() {
    ResolvedRequest request = turningTo(Map.of("romance", 0.7f, "action", 0.3f));
    Calibrated weak = new Calibrated("preference", "genre", 0.001, 0);
    assertThat(weak.arrange(romances(), request)).isEqualTo(romances());
    long more = action(new Calibrated("preference", "genre", 0.99, 0).arrange(romances(), request));
    assertThat(more).isBetween(3L, 4L);
  }

  @Test
  void whereNothingIsKnownTheRankingStays() {
    ResolvedRequest nobody =
        new ResolvedRequest(Request.EMPTY, UserState.UNKNOWN, Map.of(), null, null);
    assertThat(BY_GENRE.arrange(romances(), nobody)).isEqualTo(romances());
  }

  @Test
  void asksTheModelAboutTheUser() {
    assertThat(BY_GENRE.models()).containsExactly(Map.entry("preference", View.USER));
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Calibrated("p", "g", 2, 10)).hasMessageContaining("0..1");
    assertThatThrownBy(() -> new Calibrated("p", "g", 1, 1)).hasMessageContaining("at least 2");
  }
}
