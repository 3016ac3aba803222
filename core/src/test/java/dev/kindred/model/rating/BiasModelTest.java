package dev.kindred.model.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Baseline;
import dev.kindred.model.FieldScores;
import dev.kindred.model.RatingModelContract;
import dev.kindred.model.Tastes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BiasModelTest extends RatingModelContract {
  private static final IdMap ITEMS = IdMap.of(List.of("i0", "i1", "i2"));

  @Override
  protected BiasModel model() {
    return new BiasModel(
        Tastes.manifest("bias", "bias", BiasModel.fields("bias")),
        ITEMS,
        new Baseline(
            new Baseline.Scale(3.5, 1, 5, 4, 3, 15), ITEMS, new float[] {0.75f, -0.5f, 0}));
  }

  @Override
  protected List<Item> items() {
    return ITEMS.ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  @Test
  void writesTheStarsOfAnAverageUser() {
    assertThat(FieldScores.of(model(), "i0").vector("model.bias")).containsExactly(4.25f);
    assertThat(FieldScores.of(model(), "i1").vector("model.bias")).containsExactly(3f);
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  @Test
  void ranksAlikeForEveryoneAndRatesForTheUser() throws IOException {
    double score = FieldScores.of(model(), "i2").score(model().encode(rater(), Tastes.among()));
    assertThat(score).isEqualTo(3.5);
    double bias = (5 - 4.25 + 1 - 3) / (15 + 2.0);
    assertThat(model().expected(rater(), Tastes.among()).stars("i2")).isEqualTo(3.5 + bias);
  }
}
