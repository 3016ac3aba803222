package dev.kindred.model.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandModelTest extends ModelContract {
  @Override
  protected Model model() {
    return new DemandModel(
        Tastes.manifest("demand", "popularity", DemandModel.fields("popularity")),
        IdMap.of(List.of("a", "b", "c")),
        new double[] {Math.log(3), Math.log(0.5), Double.NEGATIVE_INFINITY});
  }

  @Override
  protected List<Item> items() {
    return List.of(new Item("a", Map.of()), new Item("b", Map.of()), new Item("c", Map.of()));
  }

  @Test
  void writesTheLogarithmOfTheSum() {
    assertThat(FieldScores.of(model(), "a").number("model.popularity")).isEqualTo(Math.log(3));
    assertThat(FieldScores.of(model(), "b").number("model.popularity")).isEqualTo(Math.log(0.5));
  }

  @Test
  void writesNothingForAnItemNobodyTouched() {
    assertThat(FieldScores.of(model(), "c").isEmpty()).isTrue();
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  @Test
  void hasNothingPersonalToSay() throws Exception {
    assertThat(model().encode(user(), Tastes.among()))
        .isEqualTo(
            new Encoding.None(
                "popularity is the same for everyone: rank by the field model.popularity"));
  }
}
