package dev.kindred.model.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.related.UserKnnModel.Likeness;
import dev.kindred.model.related.UserKnnModel.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserKnnModelTest extends ModelContract {
  private static final IdMap ITEMS = IdMap.of(List.of("i0", "b", "c", "d"));

  /** User 0 has i0, b, c; 1 has i0 and b; 2 has b and d and thinks little of d. */
  private static UserKnnModel model(int neighbours) {
    float[] ones = {1, 1, 1, 1, 1, 1, 1};
    float[] opinions = {1, 1, 1, 1, 1, 0.5f, -0.5f};
    return UserKnnModel.of(
        Tastes.manifest("userknn", "userknn", UserKnnModel.fields("userknn")),
        new Settings(Likeness.COSINE, neighbours, 0, 0, null, 1),
        ITEMS,
        new Raters(4, new long[] {0, 3, 5, 7}, new int[] {0, 1, 2, 0, 1, 1, 3}, ones, opinions));
  }

  @Override
  protected UserKnnModel model() {
    return model(10);
  }

  @Override
  protected List<Item> items() {
    return ITEMS.ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  private static Encoding.Sparse encode(UserKnnModel model, String... likes) {
    return (Encoding.Sparse) model.encode(Tastes.liking(likes), Tastes.among());
  }

  @Test
  void namesTheUsersWhoRatedAnItemByNumber() {
    assertThat(FieldScores.of(model(), "i0").terms("model.userknn")).containsOnlyKeys("+0", "+1");
    assertThat(FieldScores.of(model(), "d").terms("model.userknn")).containsOnlyKeys("-2");
  }

  @Test
  void whoHasNothingBesideTheHistoryIsNoNeighbour() {
    assertThat(encode(model(), "i0", "b").weights())
        .containsKeys("+0", "-2")
        .doesNotContainKey("+1");
  }

  @Test
  void keepsTheNearest() {
    assertThat(encode(model(1), "i0", "b").weights()).containsOnlyKeys("+0", "-0");
  }

  @Test
  void equalsAreTakenInTheirOrder() {
    assertThat(encode(model(1), "i0").weights()).containsOnlyKeys("+1", "-1");
    assertThat(encode(model(2), "i0").weights()).containsOnlyKeys("+1", "-1", "+0", "-0");
  }

  @Test
  void theCauseOfANeighbourIsAnItemOfTheHistory() {
    assertThat(encode(model(), "b").causes()).containsEntry("+0", "b").containsEntry("-2", "b");
  }

  @Test
  void saysWhenNobodyIsAlike() {
    assertThat(model().encode(Tastes.liking("d", "b"), Tastes.among()))
        .isInstanceOf(Encoding.Sparse.class);
    assertThat(model().encode(Tastes.liking("d"), Tastes.among()))
        .isInstanceOf(Encoding.Sparse.class);
    assertThat(model().encode(Tastes.liking("never heard of"), Tastes.among()))
        .isEqualTo(new Encoding.None("none of the 1 items in the history is known to userknn"));
  }
}
