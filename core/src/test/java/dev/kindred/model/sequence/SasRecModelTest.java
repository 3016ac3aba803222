package dev.kindred.model.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.registry.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SasRecModelTest extends ModelContract {
  private static final int ITEMS = 9;
  private static final int LENGTH = 5;
  private static final SasRecModel.Settings SETTINGS =
      new SasRecModel.Settings(6, LENGTH, 2, 2, 6, false);

  @TempDir Path elsewhere;

  private final SasRecModel model = create(SETTINGS, -1);

  /**
   * @param position whose row of the table is changed; negative for none
   */
  private static SasRecModel create(SasRecModel.Settings settings, int position) {
    SasRecNetwork network = SasRecNetwork.zeros(settings, ITEMS);
    Networks.fill(network.parameters());
    if (position >= 0) {
      network.positions().table()[position * 6] += 1;
    }
    return new SasRecModel(
        Tastes.manifest("sasrec", "sasrec", SasRecModel.fields("sasrec", 6)),
        settings,
        IdMap.of(ids()),
        network);
  }

  private static List<String> ids() {
    return IntStream.range(0, ITEMS).mapToObj(i -> "i" + i).toList();
  }

  @Override
  protected SasRecModel model() {
    return model;
  }

  @Override
  protected List<Item> items() {
    return ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  private float[] vector(String... history) {
    return vector(model, history);
  }

  private static float[] vector(SasRecModel model, String... history) {
    return ((Encoding.Dense) model.encode(Tastes.liking(history), Tastes.among())).vector();
  }

  @Test
  void theNewestEventHasTheLastPositionWhenAlignedToTheRight() {
    SasRecModel.Settings right = new SasRecModel.Settings(6, LENGTH, 2, 2, 6, true);
    float[] plain = vector(create(right, -1), "i1", "i2");
    assertThat(vector(create(right, LENGTH - 1), "i1", "i2")).isNotEqualTo(plain);
    assertThat(vector(create(right, LENGTH - 2), "i1", "i2")).isNotEqualTo(plain);
    assertThat(vector(create(right, LENGTH - 3), "i1", "i2")).isEqualTo(plain);
    assertThat(vector(create(SETTINGS, 2), "i1", "i2")).isEqualTo(vector("i1", "i2"));
  }

  @Test
  void orderMatters() {
    assertThat(vector("i1", "i2", "i3")).isNotEqualTo(vector("i2", "i1", "i3"));
    assertThat(vector("i1", "i2", "i3")).isNotEqualTo(vector("i1", "i3", "i2"));
  }

  @Test
  void onlyTheLastEventsAreRead() {
    assertThat(vector("i8", "i7", "i1", "i2", "i3", "i4", "i5"))
        .isEqualTo(vector("i1", "i2", "i3", "i4", "i5"));
    assertThat(vector("i7", "i1", "i2", "i3", "i4")).isNotEqualTo(vector("i1", "i2", "i3", "i4"));
  }

  @Test
  void whatIsUnknownOrDislikedIsPassedOver() {
    Encoding.Dense dense =
        (Encoding.Dense)
            model.encode(
                Tastes.user(
                    Tastes.event("i1", 1, Duration.ofDays(3)),
                    Tastes.event("unheard of", 1, Duration.ofDays(2)),
                    Tastes.event("i4", -1, Duration.ofDays(1)),
                    Tastes.event("i2", 1, Duration.ZERO)),
                Tastes.among());
    assertThat(dense.vector()).isEqualTo(vector("i1", "i2"));
    assertThat(model.encode(Tastes.liking("x", "y"), Tastes.among()))
        .isEqualTo(
            new Encoding.None(
                "none of the 2 events of the history is a liked item known to sasrec"));
  }

  @Test
  void aPartIsWhatAnEventChanged() {
    Encoding.Dense dense =
        (Encoding.Dense) model.encode(Tastes.liking("i1", "i2", "i3"), Tastes.among());
    assertThat(dense.parts()).containsOnlyKeys("i2", "i3");
    float[] before = vector("i1", "i2");
    for (int j = 0; j < 6; j++) {
      double change = dense.vector()[j] - before[j];
      assertThat((double) dense.parts().get("i3")[j]).isCloseTo(change, within(1e-5));
    }
  }

  @Test
  void everyItemHasAVector() {
    assertThat(FieldScores.of(model, "i1").vector("model.sasrec")).hasSize(6);
    assertThat(FieldScores.of(model, "unheard of").isEmpty()).isTrue();
  }

  @Test
  void aTensorOfAnotherShapeIsNamed() throws IOException {
    model.save(elsewhere);
    Path manifest = elsewhere.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"length\" : 5", "\"length\" : 7"));
    assertThatThrownBy(() -> Models.load(elsewhere))
        .hasMessageEndingWith("tensor 'positions' is F32[5, 6]; expected F32[7, 6]");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void nothingOfALongerHistoryBeforeIsLeft(boolean rightAligned) {
    SasRecModel.Settings settings = new SasRecModel.Settings(6, 12, 2, 2, 6, rightAligned);
    SasRecModel warm = create(settings, -1);
    vector(warm, "i8", "i7", "i6", "i5", "i4", "i3", "i2", "i1", "i0", "i8", "i7");
    assertThat(vector(warm, "i1", "i2")).isEqualTo(vector(create(settings, -1), "i1", "i2"));
  }
}
