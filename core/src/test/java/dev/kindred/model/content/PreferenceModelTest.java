package dev.kindred.model.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreferenceModelTest extends ModelContract {
  @Override
  protected Model model() {
    return new PreferenceModel(
        Tastes.manifest("preference", "preference", List.of()),
        new PreferenceModel.Settings("genre", Duration.ofDays(1), 3));
  }

  @Override
  protected List<Item> items() {
    return List.of(
        new Item("dracula", Map.of("genre", List.of("gothic", "classic"))),
        new Item("carmilla", Map.of("genre", "gothic")),
        new Item("emma", Map.of("genre", "classic")),
        new Item("blank", Map.of()));
  }

  private Encoding encode(dev.kindred.data.Event... events) throws Exception {
    return model().encode(Tastes.user(events), Tastes.among(items().toArray(Item[]::new)));
  }

  @Test
  void weighsValuesByTheShareOfStrength() throws Exception {
    Encoding encoding =
        encode(
            Tastes.event("dracula", 1, Duration.ofDays(1)),
            Tastes.event("carmilla", 1, Duration.ZERO),
            Tastes.event("emma", -0.5, Duration.ZERO));
    assertThat(encoding)
        .isEqualTo(new Encoding.Sparse("genre", Map.of("gothic", 0.75f), "", Map.of()));
  }

  @Test
  void looksAtTheLatestItemsOnly() throws Exception {
    Encoding encoding =
        encode(
            Tastes.event("emma", 1, Duration.ZERO),
            Tastes.event("carmilla", 1, Duration.ZERO),
            Tastes.event("blank", 1, Duration.ZERO),
            Tastes.event("unheard of", 1, Duration.ZERO));
    assertThat(((Encoding.Sparse) encoding).weights()).containsOnlyKeys("gothic");
  }

  @Test
  void saysWhenNoItemHasTheField() throws Exception {
    assertThat(encode(Tastes.event("blank", 1, Duration.ZERO)))
        .isEqualTo(new Encoding.None("none of the 1 items in the history has a known genre"));
  }
}
