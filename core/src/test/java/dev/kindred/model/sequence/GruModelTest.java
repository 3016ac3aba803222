package dev.kindred.model.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GruModelTest extends ModelContract {
  private static final int ITEMS = 9;
  private static final int WIDTH = 6;

  private final GruNetwork network = GruNetwork.zeros(WIDTH, ITEMS);
  private final GruModel model;

  GruModelTest() {
    Networks.fill(network.parameters());
    model =
        new GruModel(
            Tastes.manifest("gru", "gru", GruModel.fields("gru", WIDTH)),
            new GruModel.Settings(WIDTH, 4),
            IdMap.of(items().stream().map(Item::id).toList()),
            network);
  }

  @Override
  protected GruModel model() {
    return model;
  }

  @Override
  protected List<Item> items() {
    return IntStream.range(0, ITEMS).mapToObj(i -> new Item("i" + i, Map.of())).toList();
  }

  private Encoding.Dense encoding(String... history) {
    return (Encoding.Dense) model.encode(Tastes.liking(history), Tastes.among());
  }

  @Test
  void theStateIsThatAfterTheLastEventAndAOne() {
    float[] h = new float[WIDTH];
    for (int item : new int[] {3, 1, 4}) {
      network
          .cell()
          .apply(
              1,
              network.items().table(),
              item * WIDTH,
              h,
              0,
              new float[18],
              0,
              new float[18],
              0,
              h,
              0);
    }
    float[] vector = encoding("i3", "i1", "i4").vector();
    for (int j = 0; j < WIDTH; j++) {
      assertThat(vector[j]).isCloseTo(h[j], within(1e-6f));
    }
    assertThat(vector[WIDTH]).isEqualTo(1);
  }

  @Test
  void theLastDimensionOfAnItemIsItsBias() {
    float[] vector = FieldScores.of(model, "i2").vector("model.gru");
    assertThat(vector).hasSize(WIDTH + 1);
    assertThat(vector[0]).isEqualTo(network.items().table()[2 * WIDTH]);
    assertThat(vector[WIDTH]).isEqualTo(network.bias()[2]);
  }

  @Test
  void onlyTheLastEventsAreRead() {
    assertThat(encoding("i8", "i1", "i2", "i3", "i4").vector())
        .isEqualTo(encoding("i1", "i2", "i3", "i4").vector());
  }

  @Test
  void aPartIsWhatAnEventChanged() {
    Encoding.Dense dense = encoding("i1", "i2", "i3");
    assertThat(dense.parts()).containsOnlyKeys("i2", "i3");
    float[] before = encoding("i1", "i2").vector();
    float[] part = dense.parts().get("i3");
    for (int j = 0; j <= WIDTH; j++) {
      assertThat(part[j]).isCloseTo(dense.vector()[j] - before[j], within(1e-6f));
    }
  }

  @Test
  void partsAddUpToWhatChangedSinceTheFirstEvent() {
    Encoding.Dense dense = encoding("i1", "i2", "i3", "i2");
    assertThat(dense.parts()).containsOnlyKeys("i2", "i3");
    float[] first = encoding("i1").vector();
    for (int j = 0; j <= WIDTH; j++) {
      double sum = dense.parts().get("i2")[j] + dense.parts().get("i3")[j];
      assertThat(sum).isCloseTo(dense.vector()[j] - first[j], within(1e-6));
    }
  }

  @Test
  void onlyTheLatestEventsAreReasons() {
    List<String> ids = IntStream.range(0, 30).mapToObj(i -> "i" + i).toList();
    GruNetwork large = GruNetwork.zeros(WIDTH, 30);
    Networks.fill(large.parameters());
    GruModel reader =
        new GruModel(model.manifest(), new GruModel.Settings(WIDTH, 25), IdMap.of(ids), large);
    Encoding encoding = reader.encode(Tastes.liking(ids.toArray(String[]::new)), Tastes.among());
    assertThat(((Encoding.Dense) encoding).parts().keySet())
        .containsExactlyInAnyOrderElementsOf(ids.subList(10, 30));
  }
}
