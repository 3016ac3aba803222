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
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

class DppTest extends ArrangerContract {
  private static final Dpp BY_GENRE = new Dpp(List.of("genre"), 0.3, 0);

  @Override
  Arranger arranger() {
    return BY_GENRE;
  }

  private static ResolvedRequest request() {
    return new ResolvedRequest(Request.EMPTY, UserState.UNKNOWN, Map.of(), null, null);
  }

  private static double cosine(Scored a, Scored b) {
    Set<Object> left = new HashSet<>((List<?>) a.fields().get("genre"));
    Set<Object> right = new HashSet<>((List<?>) b.fields().get("genre"));
    Set<Object> both = new HashSet<>(left);
    both.retainAll(right);
    return both.size() / Math.sqrt((double) left.size() * right.size());
  }

  /** What the greedy choice makes largest, by a determinant of the whole list. */
  private static double worth(List<Scored> list, double strength, double top) {
    DMatrixRMaj kernel = new DMatrixRMaj(list.size(), list.size());
    double scores = 0;
    for (int i = 0; i < list.size(); i++) {
      scores += list.get(i).score() / top;
      for (int j = 0; j < list.size(); j++) {
        kernel.set(i, j, i == j ? 1 : 0.95 * cosine(list.get(i), list.get(j)));
      }
    }
    return (1 - strength) * scores + strength * Math.log(CommonOps_DDRM.det(kernel));
  }

  @Test
  void everyPickIsTheOneWithTheLargestDeterminant() {
    List<Scored> ranked = page(12);
    double top = ranked.getFirst().score();
    List<Scored> arranged = BY_GENRE.arrange(ranked, request());
    List<Scored> waiting = new ArrayList<>(ranked);
    for (int round = 0; round < 8; round++) {
      List<Scored> before = arranged.subList(0, round);
      Scored best = null;
      double most = Double.NEGATIVE_INFINITY;
      for (Scored one : waiting) {
        List<Scored> list = new ArrayList<>(before);
        list.add(one);
        double worth = worth(list, 0.3, top);
        if (worth > most + 1e-12) {
          most = worth;
          best = one;
        }
      }
      assertThat(arranged.get(round).itemId()).isEqualTo(best.itemId());
      waiting.remove(best);
    }
  }

  @Test
  void withoutStrengthTheRankingStays() {
    assertThat(new Dpp(List.of("genre"), 0, 50).pool(Request.EMPTY)).isZero();
    assertThat(new Dpp(List.of("genre"), 1e-9, 50).arrange(page(30), request()))
        .isEqualTo(page(30));
  }

  @Test
  void manyOfOneKindAreSpread() {
    List<Scored> ranked = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String genre = i < 6 ? "horror" : "genre" + i;
      ranked.add(item("i" + i, 1f - i * 0.01f, Map.of("genre", List.of(genre))));
    }
    List<Scored> arranged = BY_GENRE.arrange(ranked, request());
    assertThat(arranged.stream().limit(5).map(one -> one.fields().get("genre")).distinct())
        .hasSize(5);
  }

  @Test
  void theRequestsDiversityGoesBeforeTheProfiles() {
    assertThat(new Dpp(List.of("genre"), 0, 40).pool(Request.EMPTY.diversity(0.5))).isEqualTo(40);
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatThrownBy(() -> new Dpp(List.of(), -0.1, 10)).hasMessageContaining("0..1");
    assertThatThrownBy(() -> new Dpp(List.of(), 0.5, 1)).hasMessageContaining("at least 2");
  }
}
