package dev.kindred.model.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GfCfModelTest extends ModelContract {
  private static final IdMap ITEMS = IdMap.of(List.of("i0", "b", "c"));

  @Override
  protected GfCfModel model() {
    Manifest manifest = Tastes.manifest("gfcf", "gfcf", GfCfModel.fields("gfcf", 2));
    RelatedItems linear =
        RelatedItems.of(
            manifest,
            ITEMS,
            new long[] {0, 1, 2, 2},
            new int[] {1, 0},
            new float[] {0.5f, 0.25f},
            RelatedItems.Memory.fading(Duration.ofDays(30)));
    float[] spoken = {1, 0, 0.5f, 0.5f, 0, 0};
    float[] heard = {0.25f, -1, 0.5f, 2, 0, 0};
    return new GfCfModel(manifest, linear, ITEMS, 2, spoken, heard);
  }

  @Override
  protected List<Item> items() {
    return List.of(new Item("i0", Map.of()), new Item("b", Map.of()), new Item("c", Map.of()));
  }

  @Test
  void addsTheHalvesUp() {
    Encoding encoding = model().encode(Tastes.liking("i0"), Tastes.among());
    assertThat(FieldScores.of(model(), "b").score(encoding)).isCloseTo(0.75, within(1e-3));
    assertThat(FieldScores.of(model(), "i0").score(encoding)).isCloseTo(0.25, within(1e-3));
  }

  @Test
  void anItemWithoutEitherHalfHasNoField() {
    assertThat(FieldScores.of(model(), "c").isEmpty()).isTrue();
  }

  @Test
  void theVectorIsTheSumOfItsParts() {
    Encoding.Sum sum = (Encoding.Sum) model().encode(Tastes.liking("i0", "b"), Tastes.among());
    Encoding.Dense low = (Encoding.Dense) sum.parts().get(1);
    assertThat(low.parts()).containsOnlyKeys("i0", "b");
    for (int f = 0; f < 2; f++) {
      assertThat(low.vector()[f])
          .isCloseTo(low.parts().get("i0")[f] + low.parts().get("b")[f], within(1e-6f));
    }
  }

  @Test
  void loadsThroughTheRegistryAsTheSameKind() throws Exception {
    model().save(folder);
    Model loaded = dev.kindred.model.registry.Models.load(folder);
    assertThat(loaded.manifest().kind()).isEqualTo("gfcf");
  }
}
