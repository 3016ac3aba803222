package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwoTowerModelTest extends ModelContract {
  @Override
  protected Model model() {
    return Deep.twoTower();
  }

  @Override
  protected List<Item> items() {
    return Deep.items();
  }

  private static double norm(float[] vector) {
    double square = 0;
    for (float x : vector) {
      square += x * x;
    }
    return Math.sqrt(square);
  }

  @Test
  void bothSidesHaveTheLengthsOfCosinesOverTheTemperature() throws Exception {
    assertThat(norm(FieldScores.of(model(), Deep.items().get(1)).vector("model.twotower")))
        .isCloseTo(1, within(1e-6));
    Encoding.Dense user = (Encoding.Dense) model().encode(Tastes.liking("i0"), Tastes.among());
    assertThat(norm(user.vector())).isCloseTo(10, within(1e-5));
  }

  @Test
  void aColdItemIsFoundByItsFeatures() throws Exception {
    assertThat(FieldScores.of(model(), Deep.cold()).vector("model.twotower")).hasSize(3);
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
    assertThat(model().encode(Tastes.liking("cold"), Tastes.among(Deep.cold())))
        .isInstanceOf(Encoding.Dense.class);
  }

  @Test
  void theContextTurnsTheQuery() throws Exception {
    Situation mobile =
        new Situation(
            Tastes.NOW,
            Map.of("device", "mobile"),
            "",
            EventWeights.EQUAL,
            Tastes.among().catalogue());
    Encoding.Dense there = (Encoding.Dense) model().encode(Tastes.liking("i0"), mobile);
    Encoding.Dense here = (Encoding.Dense) model().encode(Tastes.liking("i0"), Tastes.among());
    assertThat(there.vector()).isNotEqualTo(here.vector());
  }
}
