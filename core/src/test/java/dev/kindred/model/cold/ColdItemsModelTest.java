package dev.kindred.model.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.ItemFields;
import dev.kindred.model.Manifest;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.factor.AlsModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.IndexableField;
import org.junit.jupiter.api.Test;

class ColdItemsModelTest extends ModelContract {
  private static final Map<String, Object> HORROR =
      Map.of("description", "vampires haunt a castle", "genre", "horror");
  private static final IdMap ITEMS = IdMap.of(List.of("warm", "few", "none"));
  private static final AlsModel.Settings ALS = new AlsModel.Settings(2, 4, 0.5, 0.1, 0);

  private static ColdItemsModel model(double shrinkage) {
    ContentSpace.Fields fields =
        new ContentSpace.Fields(
            "english", List.of("description"), List.of("genre"), Map.of("image", 2), 2);
    ContentSpace space =
        new ContentSpace(
            fields,
            IdMap.of(List.of("genre=horror", "vampir", "castl")),
            new float[] {1, 2, 1.5f},
            new float[] {1, 0, 0, 1, 0.5f, 0.5f});
    float[] map = {1, 0, 0, 1, 10, 0, 0, 10, 0.25f, -0.25f};
    return new ColdItemsModel(
        Tastes.manifest("cold", "cold", ColdItemsModel.fields(List.of("model.als"))),
        shrinkage,
        space,
        ITEMS,
        new int[] {100, 1, 0},
        Map.of("model.als", map));
  }

  private static Model als() {
    Manifest manifest = Tastes.manifest("als", "als", AlsModel.fields("als", 2));
    return new AlsModel(manifest, ALS, ITEMS, new float[] {3, 4, 1, 2, 0, 0});
  }

  @Override
  protected ColdItemsModel model() {
    return model(1);
  }

  @Override
  protected List<Item> items() {
    return List.of(new Item("i0", HORROR), new Item("warm", HORROR));
  }

  private static List<IndexableField> fields(double shrinkage, Item item) {
    return ItemFields.of(List.of(als(), model(shrinkage)), item);
  }

  private static float[] vector(List<IndexableField> fields) {
    List<float[]> vectors = new ArrayList<>();
    for (IndexableField field : fields) {
      if (field instanceof KnnFloatVectorField vector) {
        assertThat(field.name()).isEqualTo("model.als");
        vectors.add(vector.vectorValue());
      }
    }
    assertThat(vectors).hasSizeLessThan(2);
    return vectors.isEmpty() ? null : vectors.getFirst();
  }

  private static double share(List<IndexableField> fields) {
    return fields.stream()
        .filter(field -> field.name().equals("model.cold.als"))
        .mapToDouble(field -> Double.longBitsToDouble(field.numericValue().longValue()))
        .findFirst()
        .orElse(0);
  }

  @Test
  void aNewItemGetsAVectorOfItsContent() {
    List<IndexableField> fields = fields(0, new Item("new", HORROR));
    float[] z = model().space().of(new Item("new", HORROR));
    double length = Math.hypot(2, 1.5);
    assertThat(z[0]).isCloseTo((float) (1 + 0.5 * 1.5 / length), within(1e-6f));
    assertThat(z[1]).isCloseTo((float) (2 / length + 0.5 * 1.5 / length), within(1e-6f));
    assertThat(z).endsWith(0, 0, 1);
    assertThat(vector(fields)).containsExactly(z[0] + 0.25f, z[1] - 0.25f);
    assertThat(share(fields)).isEqualTo(1);
  }

  @Test
  void aVectorOfItsOwnIsReadToo() {
    float[] vector = vector(fields(0, new Item("new", Map.of("image", new float[] {0, 3}))));
    assertThat(vector).containsExactly(0.25f, 10 - 0.25f);
  }

  @Test
  void anItemThatSaysNothingGetsNothing() {
    assertThat(vector(fields(0, new Item("new", Map.of())))).isNull();
    assertThat(vector(fields(0, new Item("new", Map.of("description", "zeppelin"))))).isNull();
    assertThat(vector(fields(0, new Item("new", Map.of("image", new float[] {1}))))).isNull();
  }

  @Test
  void whatWasLearnedStays() {
    List<IndexableField> fields = fields(0, new Item("few", HORROR));
    assertThat(vector(fields)).containsExactly(1, 2);
    assertThat(share(fields)).isZero();
    assertThat(vector(fields(0, new Item("none", HORROR)))).isNotNull();
  }

  @Test
  void fewEventsAreHeldAgainstTheContent() {
    float[] predicted = vector(fields(3, new Item("new", HORROR)));
    List<IndexableField> few = fields(3, new Item("few", HORROR));
    assertThat(vector(few)[0]).isCloseTo(0.25f + 0.75f * predicted[0], within(1e-6f));
    assertThat(vector(few)[1]).isCloseTo(0.5f + 0.75f * predicted[1], within(1e-6f));
    assertThat(share(few)).isEqualTo(0.75);
    float[] warm = vector(fields(3, new Item("warm", HORROR)));
    assertThat(warm[0]).isCloseTo(3, within(0.1f));
  }

  @Test
  void hasNothingToSayOfUsers() {
    assertThat(model().encode(Tastes.liking("warm"), Tastes.among()))
        .isInstanceOfSatisfying(
            Encoding.None.class, none -> assertThat(none.reason()).startsWith("cold predicts"));
  }
}
