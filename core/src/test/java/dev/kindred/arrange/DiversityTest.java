package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kindred.data.UserState;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiversityTest extends ArrangerContract {
  private static final Diversity BY_GENRE = new Diversity(List.of("genre"), 0.5, 0);

  @Override
  Arranger arranger() {
    return BY_GENRE;
  }

  private static int genresAmongFirst(List<Scored> page, int size) {
    var genres = new HashSet<Object>();
    page.stream().limit(size).forEach(item -> genres.add(item.fields().get("genre")));
    return genres.size();
  }

  @Test
  void aMoreDiversePageShowsMoreGenres() {
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String genre = i < 6 ? "horror" : "genre" + i;
      ranked.add(item("i" + i, 1f - i * 0.01f, Map.of("genre", List.of(genre))));
    }
    int before = genresAmongFirst(ranked, 5);
    int after = genresAmongFirst(BY_GENRE.arrange(ranked, request(Request.EMPTY)), 5);
    assertThat(after).isGreaterThan(before);
  }

  @Test
  void theBestItemStaysFirst() {
    List<Scored> ranked = page(20);
    assertThat(BY_GENRE.arrange(ranked, request(Request.EMPTY)).getFirst())
        .isEqualTo(ranked.getFirst());
  }

  @Test
  void theRequestsDiversityGoesBeforeTheProfiles() {
    Diversity off = new Diversity(List.of("genre"), 0, 50);
    assertThat(off.pool(Request.EMPTY)).isZero();
    assertThat(off.pool(Request.EMPTY.diversity(0.3))).isEqualTo(50);
  }

  @Test
  void fullDiversityStillRanksUnlikeItemsByScore() {
    List<Scored> ranked =
        List.of(
            item("a", 3, Map.of("genre", "x")),
            item("b", 2, Map.of("genre", "y")),
            item("c", 1, Map.of("genre", "z")));
    Diversity half = new Diversity(List.of("genre"), 0.5, 10);
    assertThat(half.arrange(ranked, request(Request.EMPTY))).isEqualTo(ranked);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Diversity(List.of(), 1.5, 10)).hasMessageContaining("0..1");
    assertThatThrownBy(() -> new Diversity(List.of(), 0.5, 1)).hasMessageContaining("at least 2");
  }

  private static ResolvedRequest request(Request request) {
    return new ResolvedRequest(request, UserState.UNKNOWN, Map.of(), null, null);
  }
}
