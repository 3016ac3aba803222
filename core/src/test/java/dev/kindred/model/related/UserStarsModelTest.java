package dev.kindred.model.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kindred.data.IdMap;
import dev.kindred.data.Item;
import dev.kindred.data.UserState;
import dev.kindred.model.Baseline;
import dev.kindred.model.RatingModelContract;
import dev.kindred.model.Tastes;
import dev.kindred.model.related.UserKnnModel.Likeness;
import dev.kindred.model.related.UserKnnModel.Settings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserStarsModelTest extends RatingModelContract {
  private static final IdMap ITEMS = IdMap.of(List.of("i0", "b", "c"));

  /** User 0 gave 4, 2 and 5 stars, user 1 gave 1, 3 and 2. */
  @Override
  protected UserStarsModel model() {
    float[] stars = {4, 2, 5, 1, 3, 2};
    float[] opinions = {1 / 3f, -5 / 3f, 4 / 3f, -1, 1, 0};
    UserKnnModel neighbours =
        UserKnnModel.of(
            Tastes.manifest("userstars", "userknn", UserKnnModel.fields("userknn")),
            new Settings(Likeness.PEARSON, 10, 0, 0, null, 1),
            ITEMS,
            new Raters(3, new long[] {0, 3, 6}, new int[] {0, 1, 2, 0, 1, 2}, stars, opinions));
    Baseline.Scale scale = new Baseline.Scale(3, 1, 5, 4, 2, 15);
    Baseline baseline = new Baseline(scale, ITEMS, new float[] {0.5f, -0.5f, 0});
    return new UserStarsModel(neighbours, baseline, new float[] {1, 1, 1, 1, 1, 1}, false);
  }

  @Override
  protected List<Item> items() {
    return ITEMS.ids().stream().map(id -> new Item(id, Map.of())).toList();
  }

  @Override
  protected UserState user() {
    return rater();
  }

  @Test
  void addsTheNeighboursOpinionToTheUsersMean() throws IOException {
    // The user gave 5 and 1: user 0 is alike, user 1 is not.
    assertThat(model().expected(rater(), Tastes.among()).stars("c"))
        .isCloseTo(3 + 4 / 3.0, within(1e-5));
  }

  @Test
  void theBaselineAnswersForTheRest() throws IOException {
    double bias = (5 - 3.5 + 1 - 2.5) / (15 + 2);
    assertThat(model().expected(rater(), Tastes.among()).stars("unheard of"))
        .isCloseTo(3 + bias, within(1e-9));
    assertThat(model().expected(UserState.UNKNOWN, Tastes.among()).stars("i0")).isEqualTo(3.5);
  }
}
