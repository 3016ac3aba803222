package dev.kindred.tools.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.tools.simulate.bandit.BernoulliGame;
import dev.kindred.tools.simulate.bandit.Policies;
import dev.kindred.tools.simulate.bandit.Regret;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegretPageTest {
  private static final Instant WHEN = Instant.parse("2026-11-26T03:00:00Z");
  private static final BernoulliGame GAME = new BernoulliGame(List.of(0.6, 0.2));

  private static Map<String, Regret> regrets(int curves) {
    Map<String, Regret> regrets = new LinkedHashMap<>();
    regrets.put("thompson", GAME.play(Policies.of("thompson"), 200, 4, 1));
    for (int i = 1; i < curves; i++) {
      regrets.put("uniform " + i, GAME.play(Policies.of("uniform"), 200, 4, 1));
    }
    return regrets;
  }

  private static String html(int curves) {
    return new RegretPage(GAME, 4, regrets(curves), "kindred evaluate --arms 0.6,0.2", WHEN).html();
  }

  @Test
  void isOneFileThatNeedsNothingElse() {
    Pages.requireWhole(html(2));
    assertThat(html(2)).isEqualTo(html(2));
  }

  @Test
  void hasTheRegretAtTheEndWithItsInterval() throws Exception {
    Regret thompson = regrets(1).get("thompson");
    double reach = 1.96 * thompson.lastError();
    assertThat(Pages.text(html(2)))
        .contains("thompson", "uniform 1", "[0.6, 0.2]", "200 steps", "4 runs")
        .contains(String.format(Locale.ROOT, "%.2f", thompson.last()))
        .contains(
            String.format(
                Locale.ROOT, "%.2f to %.2f", thompson.last() - reach, thompson.last() + reach));
  }

  @Test
  void drawsACurveAPolicyAndAsManyChartsAsTheyNeed() throws Exception {
    assertThat(html(2).split("<polyline", -1)).hasSize(3);
    assertThat(Pages.parse(html(9)).getElementsByTagName("svg").getLength()).isEqualTo(2);
  }
}
