package dev.kindred.model.deep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kindred.data.EventWeights;
import dev.kindred.data.Item;
import dev.kindred.data.Situation;
import dev.kindred.data.UserState;
import dev.kindred.model.Encoding;
import dev.kindred.model.FieldScores;
import dev.kindred.model.Model;
import dev.kindred.model.ModelContract;
import dev.kindred.model.Network;
import dev.kindred.model.Tastes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WideDeepModelTest extends ModelContract {
  @Override
  protected Model model() {
    return Deep.wideDeep();
  }

  @Override
  protected List<Item> items() {
    return Deep.items();
  }

  private Encoding encode(UserState user, Map<String, String> context) throws Exception {
    Situation among = Tastes.among(Deep.cold());
    return model()
        .encode(
            user, new Situation(Tastes.NOW, context, "", EventWeights.EQUAL, among.catalogue()));
  }

  @Test
  void describesItemsOfNoTrainingByTheirFeatures() {
    FieldScores scores = FieldScores.of(model(), Deep.cold());
    assertThat(scores.vector("model.widedeep")).hasSize(1 + 4);
    assertThat(scores.terms("model.widedeep.wide"))
        .isEqualTo(Map.of("genre=comedy", 1, "price#1", 1));
    assertThat(FieldScores.of(model(), "unheard of").isEmpty()).isTrue();
  }

  /** The network's half of an encoding. */
  private static Encoding.Learned deep(Encoding encoding) {
    return (Encoding.Learned)
        (encoding instanceof Encoding.Sum sum ? sum.parts().getFirst() : encoding);
  }

  private static Encoding.Sparse wide(Encoding encoding) {
    return (Encoding.Sparse) ((Encoding.Sum) encoding).parts().getLast();
  }

  @Test
  void crossesHistoryAndContextWithItems() throws Exception {
    Encoding home = encode(Tastes.liking("i1"), Map.of());
    assertThat(wide(home).weights()).isEqualTo(Map.of("genre=comedy", -4f));
    Encoding mobile = encode(Tastes.liking("i0"), Map.of("device", "mobile"));
    assertThat(wide(mobile).weights()).isEqualTo(Map.of("genre=horror", 1f, "genre=comedy", 2f));
    assertThat(wide(mobile).causes()).containsEntry("genre=horror", "genre=horror");
    assertThat(encode(Tastes.liking("i3"), Map.of())).isInstanceOf(Encoding.Learned.class);
  }

  @Test
  void contextAndAttributesReachTheNetwork() throws Exception {
    Encoding.Learned plain = deep(encode(Tastes.liking("i0"), Map.of("device", "desktop")));
    Encoding.Learned mobile = deep(encode(Tastes.liking("i0"), Map.of("device", "mobile")));
    UserState declared =
        new UserState("u", Tastes.liking("i0").history(), Map.of("device", "mobile"));
    assertThat(mobile.inputs()).isNotEqualTo(plain.inputs());
    assertThat(deep(encode(declared, Map.of())).inputs()).isEqualTo(mobile.inputs());
  }

  @Test
  void coldItemsOfTheHistoryCount() throws Exception {
    assertThat(deep(encode(Tastes.liking("cold"), Map.of())).inputs()).hasSize(5);
  }

  @Test
  void theNetworkIsExplainedByTheBiasAndWhatIsActive() throws Exception {
    float[] item = FieldScores.of(model(), Deep.items().get(1)).vector("model.widedeep");
    Network.Join join =
        Deep.wideDeep().network().join(deep(encode(Tastes.liking("i0"), Map.of())).inputs());
    double value = join.apply(item);
    assertThat(join.terms())
        .containsEntry("bias", (double) item[0])
        .hasSize(2)
        .anySatisfy((term, part) -> assertThat(term).startsWith("hidden layers, units active: "));
    assertThat(join.terms().values().stream().mapToDouble(part -> part).sum()).isEqualTo(value);
  }

  @Test
  void theLatestItemsCount() throws Exception {
    assertThat(deep(encode(Tastes.liking("i0", "i1", "i2"), Map.of())).inputs())
        .isEqualTo(deep(encode(Tastes.liking("i1", "i2"), Map.of())).inputs())
        .isNotEqualTo(deep(encode(Tastes.liking("i0", "i1"), Map.of())).inputs());
  }
}
