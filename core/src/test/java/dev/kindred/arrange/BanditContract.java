package dev.kindred.arrange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.arrange.bandit.PosteriorStore;
import dev.kindred.data.UserState;
import dev.kindred.data.bandit.Bandit;
import dev.kindred.data.bandit.Feedback;
import dev.kindred.request.Recommendations.Scored;
import dev.kindred.request.Request;
import dev.kindred.request.ResolvedRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every arranger that is a bandit promises besides. */
abstract class BanditContract extends ArrangerContract {
  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  /** Items whose signal says how likely a click is: the last of the page is the best. */
  private static List<Scored> items() {
    List<Scored> items = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Map<String, Double> signals = Map.of("taste", (double) i);
      items.add(new Scored("i" + i, 6 - i, Map.of(), signals, 1, List.of(), null));
    }
    return items;
  }

  private static double clicks(Scored item) {
    return 0.1 + 0.15 * item.signals().get("taste");
  }

  private List<Scored> arrange(PosteriorStore store, long seed) {
    Request request = Request.EMPTY.seed(seed).now(NOW);
    Bandit bandit = arranger().learning().orElseThrow();
    ResolvedRequest resolved =
        new ResolvedRequest(request, UserState.UNKNOWN, Map.of(), null, null)
            .with(Map.of(bandit.name(), store.find(bandit.name())));
    return arranger().arrange(items(), resolved);
  }

  @Test
  void learnsToShowWhatIsClicked() throws IOException {
    SplittableRandom random = new SplittableRandom(11);
    int best = 0;
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      for (int round = 0; round < 1500; round++) {
        Scored first = arrange(store, round).getFirst();
        double reward = random.nextDouble() < clicks(first) ? 1 : 0;
        store.learn(
            arranger().learning().orElseThrow(),
            List.of(new Feedback(first.itemId(), reward, NOW, first.signals(), Map.of())));
        best += round >= 1000 && first.itemId().equals("i5") ? 1 : 0;
      }
    }
    assertThat(best).as("shows of the best item in the last 500 rounds").isGreaterThan(350);
  }

  @Test
  void chancesAreChances() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      for (Scored item : items()) {
        store.learn(
            arranger().learning().orElseThrow(),
            List.of(new Feedback(item.itemId(), 1, NOW, item.signals(), Map.of())));
      }
      int[] first = new int[6];
      double[] said = new double[6];
      double[] error = new double[6];
      for (int seed = 0; seed < 400; seed++) {
        Scored shown = arrange(store, seed).getFirst();
        int item = shown.itemId().charAt(1) - '0';
        first[item]++;
        said[item] += shown.propensity();
        error[item] = shown.propensityError();
      }
      for (int item = 0; item < 6; item++) {
        if (first[item] > 0) {
          double p = said[item] / first[item];
          double spread = Math.sqrt(p * (1 - p) / 400) + error[item];
          assertThat(first[item] / 400.0)
              .isBetween(p - 4.5 * spread - 1e-12, p + 4.5 * spread + 1e-12);
        }
      }
    }
  }

  @Test
  void usersAreArrangedApartAndPagesOfOneUserAlike() throws IOException {
    try (PosteriorStore store = PosteriorStore.inMemory()) {
      assertThat(Draw.seed(Request.user("a"))).isNotEqualTo(Draw.seed(Request.user("b")));
      assertThat(Draw.seed(Request.user("a").from(10))).isEqualTo(Draw.seed(Request.user("a")));
      assertThat(arrange(store, 4)).isEqualTo(arrange(store, 4));
    }
  }
}
