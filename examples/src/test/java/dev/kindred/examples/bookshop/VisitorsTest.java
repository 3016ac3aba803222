package dev.kindred.examples.bookshop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.kindred.data.bandit.Arm;
import dev.kindred.data.bandit.Posteriors;
import dev.kindred.examples.bookshop.Visitors.Regret;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitorsTest {
  private static final int VISITS = 400;
  @TempDir private Path folder;

  @Test
  void exploringCostsLessThanNotKnowingAndIsRemembered() throws IOException {
    TestShop.copy(folder);
    List<Regret> regrets;
    try (Bookshop shop = Bookshop.open(folder)) {
      assertThat(shop.visitors().regrets()).isEmpty();
      shop.visitors().come(VISITS);
      regrets = shop.visitors().regrets();
      assertThat(regrets).hasSize(VISITS);
      requireBeliefsNearTheTruth(shop);
    }
    Regret all = regrets.getLast();
    assertThat(all.explored()).isLessThan(0.8 * all.byScore());
    Regret half = regrets.get(VISITS / 2 - 1);
    assertThat(all.explored() - half.explored()).as("lost later").isLessThan(half.explored());
    assertThat(half.byScore()).isCloseTo(all.byScore() / 2, offset(1e-9));
    try (Bookshop shop = Bookshop.open(folder)) {
      assertThat(shop.visitors().regrets()).hasSize(VISITS);
      assertThat(shop.visitors().regrets().getLast().explored()).isEqualTo(all.explored());
      shop.visitors().come(1);
      assertThat(shop.visitors().regrets()).hasSize(VISITS + 1);
    }
  }

  /** Of what was shown often: the mean of so many draws is within four deviations of its chance. */
  private static void requireBeliefsNearTheTruth(Bookshop shop) {
    Posteriors known = shop.recommender().posteriors().find(ShopBuild.EXPLORING);
    int often = 0;
    for (var item : shop.items()) {
      Arm arm = known.arms().get(item.id(), Arm.NONE);
      double chance = shop.visitors().chance(item.id());
      if (arm.pulls() > 150) {
        often++;
        assertThat(arm.sum() / arm.pulls())
            .as(item.id())
            .isBetween(
                chance - 4 * Math.sqrt(chance * (1 - chance) / arm.pulls()),
                chance + 4 * Math.sqrt(chance * (1 - chance) / arm.pulls()));
      }
    }
    assertThat(often).isGreaterThan(5);
  }
}
