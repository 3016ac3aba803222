package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.Item;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Tastes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class NeuMfModelTest extends ModelContract {
  @Override
  protected Model model() {
    return Deep.neuMf();
  }

  @Override
  protected List<Item> items() {
    return Deep.items();
  }

  @Test
  void writesFactorsBiasAndFirstLayerOfEachItem() {
    assertThat(FieldScores.of(model(), "i1").vector("model.neumf")).hasSize(3 + 1 + 4);
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  @Test
  void theEncodingNamesItsNetwork() throws Exception {
    Encoding.Learned learned =
        (Encoding.Learned) model().encode(Tastes.liking("i1"), Tastes.among());
    assertThat(learned.network())
        .isEqualTo("neumf@2026-02-28T00:00:00Z")
        .isEqualTo(Deep.neuMf().network().id());
    assertThat(learned.inputs()).hasSize(8);
  }

  @Test
  void dislikesAreLeftOut() throws Exception {
    Encoding.Learned with =
        (Encoding.Learned)
            model()
                .encode(
                    Tastes.user(
                        Tastes.event("i0", 1, Duration.ZERO),
                        Tastes.event("i2", -1, Duration.ZERO)),
                    Tastes.among());
    Encoding.Learned without =
        (Encoding.Learned) model().encode(Tastes.liking("i0"), Tastes.among());
    assertThat(with.inputs()).isEqualTo(without.inputs());
    assertThat(model().encode(Tastes.user(Tastes.event("i0", -1, Duration.ZERO)), Tastes.among()))
        .isEqualTo(new Encoding.None("the history holds dislikes only, which ask for nothing"));
  }
}
